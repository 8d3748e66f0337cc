namespace Voltloop.Kernels.CellModel;

/// <summary>
/// LG M50 (NMC 811 and graphite with silicon oxide, 21700, 5 Ah): Chen, Brosa Planella, O'Regan, Gastol, Widanage and Kendrick,
/// J. Electrochem. Soc. 167 (2020) 080534, doi:10.1149/1945-7111/ab9050; electrolyte LiPF6 in EC:EMC 3:7 from Nyman, Behm and
/// Lindbergh, Electrochim. Acta 53 (2008) 6356. Electrode values, activation energies, positive potential and
/// transference number agree in two transcriptions of the paper; geometry, graphite potential, electrolyte functions, initial
/// concentrations and thermal values were found in one.
/// </summary>
public static class Chen2020
{
    private const double NegativeCollector = 12e-6 * 8960 * 385;
    private const double PositiveCollector = 16e-6 * 2700 * 897;
    private const double Layers = 12e-6 + 85.2e-6 + 12e-6 + 75.6e-6 + 16e-6;
    private const double CellVolume = 2.42e-5;

    /// <summary>The parameters.</summary>
    public static CellParameters Parameters { get; } = new("chen2020", "LG M50, NMC 811 and graphite with SiOx, 21700, 5 Ah", "Chen et al. 2020, doi:10.1149/1945-7111/ab9050; Nyman et al. 2008, doi:10.1016/j.electacta.2008.04.023")
    {
        Negative = new PorousElectrode(85.2e-6, 0.25, 0.75, 5.86e-6)
        {
            Diffusivity = 3.3e-14, MaxConcentration = 33133, Conductivity = 215, Rate = 6.48e-7, ActivationEnergy = 35000, OpenCircuit = Graphite, ChargedConcentration = 29866,
        },
        Separator = new PorousSeparator(12e-6, 0.47, 1.5),
        Positive = new PorousElectrode(75.6e-6, 0.335, 0.665, 5.22e-6)
        {
            Diffusivity = 4e-15, MaxConcentration = 63104, Conductivity = 0.18, Rate = 3.42e-6, ActivationEnergy = 17800, OpenCircuit = Nmc, ChargedConcentration = 17038,
        },
        Electrolyte = new BinaryElectrolyte(1000, 0.2594, Diffusivity, Conductivity),
        // Heat capacities of the layers by their share of the cell's volume; 10 W/(m² K) is still air around the cylinder.
        Thermal = new LumpedThermal(CellVolume * (NegativeCollector + 85.2e-6 * 1657 * 700 + 12e-6 * 397 * 700 + 75.6e-6 * 3262 * 700 + PositiveCollector) / Layers, 0.00531, 10),
        Area = 0.065 * 1.58,
        NominalAh = 5,
        Volt = (2.5, 4.2),
        ValidElectrolyte = (200, 2000),
        ValidCelsius = (15, 35),
    };

    private static double Graphite(double x) => 1.9793 * Math.Exp(-39.3631 * x) + 0.2482
        - 0.0909 * Math.Tanh(29.8538 * (x - 0.1234)) - 0.04478 * Math.Tanh(14.9159 * (x - 0.2769)) - 0.0205 * Math.Tanh(30.4444 * (x - 0.6103));

    private static double Nmc(double x) => -0.8090 * x + 4.4875
        - 0.0428 * Math.Tanh(18.5138 * (x - 0.5542)) - 17.7326 * Math.Tanh(15.7890 * (x - 0.3117)) + 17.5842 * Math.Tanh(15.9308 * (x - 0.3120));

    private static double Diffusivity(double concentration)
    {
        var molar = concentration / 1000;
        return 8.794e-11 * molar * molar - 3.972e-10 * molar + 4.862e-10;
    }

    private static double Conductivity(double concentration)
    {
        var molar = concentration / 1000;
        return 0.1297 * molar * molar * molar - 2.51 * Math.Pow(molar, 1.5) + 3.329 * molar;
    }
}
