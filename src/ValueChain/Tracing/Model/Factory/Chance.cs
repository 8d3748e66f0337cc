namespace Voltloop.Tracing.Model.Factory;

/// <summary>What chance decides in a made-up factory. The numbers decide what is drawn: never renumber.</summary>
internal enum Chance
{
    /// <summary>Output of a mine.</summary>
    Mined = 1,

    /// <summary>Weighing of a lot.</summary>
    Weighed,

    /// <summary>Content of a lot.</summary>
    Assayed,

    /// <summary>What a process keeps.</summary>
    Kept,

    /// <summary>Days on the road.</summary>
    Road,

    /// <summary>Mass of coating on an area.</summary>
    ArealMass,

    /// <summary>Thickness of a coating.</summary>
    Thickness,

    /// <summary>Temperature of a dryer.</summary>
    Dryer,

    /// <summary>Pressure of a coating pump.</summary>
    Pump,

    /// <summary>Mixing of a slurry.</summary>
    Slurry,

    /// <summary>Porosity and length after calendering.</summary>
    Calendered,

    /// <summary>Electrolyte that a cell took.</summary>
    Filled,

    /// <summary>Capacity of a cell.</summary>
    Capacity,

    /// <summary>Resistance of a cell.</summary>
    Resistance,

    /// <summary>Cells that fail for reasons of their own.</summary>
    Failed,

    /// <summary>Speed at which a cell ages.</summary>
    Ageing,

    /// <summary>Torque, insulation and other marks of assembly.</summary>
    Assembled,

    /// <summary>When and to whom a pack is sold.</summary>
    Sold,

    /// <summary>Use of a pack.</summary>
    Used,
}
