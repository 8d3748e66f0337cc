namespace Voltloop.Record.Things;

/// <summary>What sort of thing the record knows. The numbers are stored: never renumber.</summary>
public enum ThingKind
{
    /// <summary>A battery of a kind not said more precisely.</summary>
    Battery = 0,

    /// <summary>A design, with the data that all its items share.</summary>
    Model = 1,

    /// <summary>An electrochemical cell.</summary>
    Cell = 2,

    /// <summary>Cells joined to a module.</summary>
    Module = 3,

    /// <summary>A battery pack, ready to be placed on the market.</summary>
    Pack = 4,

    /// <summary>A lot of raw or intermediate material.</summary>
    MaterialLot = 5,

    /// <summary>A roll of coated electrode.</summary>
    ElectrodeRoll = 6,

    /// <summary>A machine or station.</summary>
    Machine = 7,

    /// <summary>A mine, plant, warehouse or workshop.</summary>
    Site = 8,

    /// <summary>An economic operator.</summary>
    Operator = 9,
}
