namespace Voltloop.Kernels.Lineage;

/// <summary>Stretch of the coil of one edge, as a base keeps it.</summary>
internal readonly record struct PlacedStretch(int Edge, CoilInterval Stretch);
