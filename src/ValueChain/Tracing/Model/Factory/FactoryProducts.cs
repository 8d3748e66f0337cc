namespace Voltloop.Tracing.Model.Factory;

/// <summary>What the made-up chain makes. Contents of chemicals follow from their formulas; those of ores are usual ones.</summary>
internal static class FactoryProducts
{
    /// <summary>Ni0.6Co0.2Mn0.2(OH)2.</summary>
    public static readonly FactoryProduct Precursor = new(31, "NMC622 hydroxide precursor", ("Ni", 0.3828), ("Co", 0.1281), ("Mn", 0.1194));

    /// <summary>LiNi0.6Co0.2Mn0.2O2.</summary>
    public static readonly FactoryProduct Cathode = new(32, "NMC622 cathode powder", ("Ni", 0.3633), ("Co", 0.1216), ("Mn", 0.1134), ("Li", 0.0716));

    /// <summary>Powder, binder and carbon; solids only.</summary>
    public static readonly FactoryProduct CathodeSlurry = new(33, "cathode slurry, solids", ("Ni", 0.3488), ("Co", 0.1167), ("Mn", 0.1089), ("Li", 0.0687));

    /// <summary>Graphite, binder and carbon; solids only.</summary>
    public static readonly FactoryProduct AnodeSlurry = new(34, "anode slurry, solids", ("C", 0.96));

    /// <summary>Binder and conductive carbon.</summary>
    public static readonly FactoryProduct Binder = new(35, "binder and conductive carbon");

    /// <summary>Electrolyte.</summary>
    public static readonly FactoryProduct Electrolyte = new(36, "electrolyte, 1 mol/L LiPF6 in carbonates");

    /// <summary>Separator.</summary>
    public static readonly FactoryProduct Separator = new(37, "ceramic coated separator");

    /// <summary>Coated cathode foil.</summary>
    public static readonly FactoryProduct CathodeCoil = new(41, "cathode mother coil");

    /// <summary>Coated anode foil.</summary>
    public static readonly FactoryProduct AnodeCoil = new(42, "anode mother coil");

    /// <summary>A lane of a cathode coil.</summary>
    public static readonly FactoryProduct CathodeLane = new(43, "cathode lane");

    /// <summary>A lane of an anode coil.</summary>
    public static readonly FactoryProduct AnodeLane = new(44, "anode lane");

    /// <summary>Pouch cell of 60 Ah.</summary>
    public static readonly FactoryProduct Cell = new(51, "NMC622/graphite pouch cell, 60 Ah");

    /// <summary>Twelve cells in series.</summary>
    public static readonly FactoryProduct Module = new(52, "module 12S");

    /// <summary>Eight modules in series.</summary>
    public static readonly FactoryProduct Pack = new(53, "pack 96S, 21 kWh");

    /// <summary>Pack of twelve cells bought in.</summary>
    public static readonly FactoryProduct SmallPack = new(54, "small pack of cells bought in, 12S");
}
