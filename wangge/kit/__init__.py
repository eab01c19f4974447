"""The ground floor: no tables, no Django models, no knowledge of any business."""
