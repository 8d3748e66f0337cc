namespace Voltloop.Health.ReadParquet;

/// <summary>Physical types of Parquet, by their number in the format.</summary>
internal enum ParquetType
{
    /// <summary>One bit.</summary>
    Boolean = 0,

    /// <summary>32 bits, signed.</summary>
    Int32 = 1,

    /// <summary>64 bits, signed.</summary>
    Int64 = 2,

    /// <summary>96 bits, an old form of moments: refused.</summary>
    Int96 = 3,

    /// <summary>Single precision.</summary>
    Single = 4,

    /// <summary>Double precision.</summary>
    Double = 5,

    /// <summary>Texts.</summary>
    Bytes = 6,

    /// <summary>Bytes of a fixed number: refused.</summary>
    FixedBytes = 7,
}
