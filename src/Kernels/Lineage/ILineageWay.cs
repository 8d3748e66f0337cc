namespace Voltloop.Kernels.Lineage;

/// <summary>A direction of walking. Given as a type, so that the compiler writes each loop out without a question in it.</summary>
internal unsafe interface ILineageWay
{
    /// <summary>Whether it goes down.</summary>
    static abstract bool IsDown { get; }

    /// <summary>Offsets of the rows.</summary>
    static abstract int* Starts(LineageBase rows);

    /// <summary>Links in the rows.</summary>
    static abstract LineageLink* Links(LineageBase rows);

    /// <summary>Number of the edge at a place of the rows.</summary>
    static abstract int EdgeAt(LineageBase rows, int place);

    /// <summary>Whether an edge can be followed at a moment, and the moment at its other end.</summary>
    static abstract bool Passes(LineageLink link, uint removed, ref uint moment);

    /// <summary>Whether one moment leaves more time than another.</summary>
    static abstract bool IsBetter(uint moment, uint known);
}
