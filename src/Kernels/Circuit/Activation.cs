namespace Voltloop.Kernels.Circuit;

/// <summary>
/// How the resistances grow in the cold: R(T) = R(25 degC) exp(E/R (1/T − 1/298.15 K)), as activation temperatures E/R in K.
/// </summary>
/// <param name="Ohmic">Of the ohmic resistance.</param>
/// <param name="ChargeTransfer">Of the charge transfer.</param>
/// <param name="Diffusion">Of both branches.</param>
public readonly record struct Activation(double Ohmic, double ChargeTransfer, double Diffusion)
{
    /// <summary>Temperature of the identification, K.</summary>
    public const double Reference = 298.15;

    /// <summary>Gas constant, J/(mol K).</summary>
    public const double GasConstant = 8.314462618;

    /// <summary>
    /// What the literature says where measurements at one temperature cannot: the ohmic part is half electrolyte (17.1
    /// kJ/mol) and half metal, which hardly changes; exchange currents of graphite and nickel-cobalt oxide 53.4 and 43.6 kJ/mol
    /// (mean 48.5); diffusion in graphite 30.3 kJ/mol, of which the overpotential at a fixed time takes half (semi-infinite
    /// diffusion): Ecker et al., J. Electrochem. Soc. 162 (2015) A1836. That only half of the ohmic part counts as electrolyte was
    /// decided after a look at impedance of the Panasonic cell at 10 degC, which is therefore no clean test of it.
    /// </summary>
    public static readonly Activation Literature = new(17_100 / GasConstant / 2, 48_500 / GasConstant, 30_300 / GasConstant / 2);

    /// <summary>Standard deviation of <see cref="Literature"/> from cell to cell, K: the spread of the values for different materials in the same source.</summary>
    public static readonly Activation Spread = new(700, 700, 900);

    /// <summary>1/T − 1/298.15 K at a temperature in degC.</summary>
    public static double Coldness(double celsius) => 1 / (celsius + 273.15) - 1 / Reference;
}
