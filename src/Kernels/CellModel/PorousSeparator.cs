namespace Voltloop.Kernels.CellModel;

/// <summary>The separator between two electrodes.</summary>
/// <param name="Thickness">Thickness, m.</param>
/// <param name="Porosity">Share of the volume that is electrolyte.</param>
/// <param name="Bruggeman">Exponent of the porosity in the transport of the electrolyte.</param>
public sealed record PorousSeparator(double Thickness, double Porosity, double Bruggeman);
