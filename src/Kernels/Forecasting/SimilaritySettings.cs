namespace Voltloop.Kernels.Forecasting;

/// <summary>What a forecast by similarity is asked for.</summary>
/// <param name="End">Share of the capacity at which life ends.</param>
/// <param name="Level">Coverage asked for; less is given when there are too few cells for it.</param>
public sealed record SimilaritySettings(double End, double Level);
