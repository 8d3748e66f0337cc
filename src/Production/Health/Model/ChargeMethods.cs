using Voltloop.Core.Provenance;

namespace Voltloop.Health.Model;

/// <summary>Methods of the state of charge.</summary>
internal static class ChargeMethods
{
    /// <summary>Joint filter.</summary>
    public static readonly Evidence Joint = new(
        "charge.joint-ekf",
        "Plett, J. Power Sources 134 (2004) 252-292; open-circuit voltage: Plett, Battery Management Systems I, 2.10; activation energies: Ecker et al., J. Electrochem. Soc. 162 (2015) A1836",
        "One cell with an open-circuit voltage measured at C/12 or slower; a start at rest or within three standard deviations of what the first voltage says; -20 to 45 degC. The interval is that of the filter at 95 %, conservative: it held the reference in 99 % of the samples of seven drive cycles.");

    /// <summary>Counting.</summary>
    public static readonly Evidence Counting = new(
        "charge.counting-with-drift-bound",
        "Plett, Battery Management Systems II, 3.1: drift of at most sensor offset x time / capacity, plus capacity error x charge moved",
        "Where no recording identifies a circuit. Start from the open-circuit voltage at rest; bounds for a sensor offset of 50 mA and a capacity error of 5 %.");

    /// <summary>Resistance.</summary>
    public static readonly Evidence Resistance = new(
        "resistance.identified-circuit",
        "Plett, J. Power Sources 134 (2004) 262-276; factor by the joint filter",
        "Ohmic resistance and charge transfer at small currents, at 25 degC and half charge; slower processes are not in it.");

    /// <summary>Model.</summary>
    public static readonly Evidence Model = new(
        "charge.circuit-model",
        "Plett, Battery Management Systems I, 2.6, 2.10 and 4.11; bounded least squares (Moré 1978; Kanzow, Yamashita and Fukushima 2004)",
        "The cell it was measured on, at the age at which it was measured.");
}
