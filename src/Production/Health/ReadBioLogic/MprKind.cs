namespace Voltloop.Health.ReadBioLogic;

/// <summary>Types of values in a binary BioLogic file.</summary>
internal enum MprKind
{
    /// <summary>Bits of the one byte that all flags share.</summary>
    Flag = 0,

    /// <summary>16 bits without sign.</summary>
    Whole16 = 2,

    /// <summary>Single precision.</summary>
    Single = 4,

    /// <summary>32 bits without sign.</summary>
    Whole32 = 5,

    /// <summary>Double precision.</summary>
    Double = 8,
}
