using System.Buffers.Binary;

namespace Voltloop.Health.ReadNeware;

/// <summary>From which record on records follow each other at an interval.</summary>
/// <param name="First">Number of its first record, from 1.</param>
/// <param name="StepSecond">Time in the step at the first record, s.</param>
/// <param name="Interval">Time between records, s.</param>
internal readonly record struct NdcSegment(int First, double StepSecond, double Interval)
{
    /// <summary>Bytes of a record of this kind.</summary>
    public const int Size = 100;

    /// <summary>Number of the step, from 1.</summary>
    public int Step { get; init; }

    /// <summary>Moment of the first record, seconds since 1970 (UTC).</summary>
    public double Unix { get; init; }

    /// <summary>Reads a record.</summary>
    public static NdcSegment Read(ReadOnlySpan<byte> record) => new(
        BinaryPrimitives.ReadInt32LittleEndian(record[41..]),
        BinaryPrimitives.ReadUInt32LittleEndian(record) / 1000.0,
        BinaryPrimitives.ReadUInt32LittleEndian(record[29..]) / 1000.0)
    {
        Step = BinaryPrimitives.ReadInt32LittleEndian(record[37..]),
        Unix = BinaryPrimitives.ReadUInt32LittleEndian(record[33..]) + BinaryPrimitives.ReadUInt16LittleEndian(record[45..]) / 1000.0,
    };
}
