using System.Buffers;
using System.Buffers.Binary;

namespace Voltloop.Kernels.SeriesCoding;

/// <summary>
/// Lossless coding of one chunk of one channel. Every bit pattern survives: NaN payloads, infinities, negative zero.
/// Layout: codec byte, CRC-32C of the rest (4 bytes, little-endian), number of samples, parameters, exceptions, packed
/// differences. README.md of this project has the table.
/// </summary>
public static class SeriesCodec
{
    /// <summary>Most samples of a chunk.</summary>
    public const int MaxSamples = 1 << 20;

    private const byte DecimalCodec = 1;
    private const byte BitsCodec = 2;
    private const int HeaderBytes = 5;

    /// <summary>Bytes that suffice for any chunk of so many samples.</summary>
    public static int MaxEncodedLength(int samples) =>
        HeaderBytes + (3 * VarInt.MaxBytes) + 4 + Exceptions.MaxBytes(samples) + BitPacking.MaxBytes(samples);

    /// <summary>Codes samples and returns the bytes used.</summary>
    /// <param name="samples">1 to <see cref="MaxSamples"/> samples.</param>
    /// <param name="destination">At least <see cref="MaxEncodedLength"/> bytes.</param>
    public static int Encode(ReadOnlySpan<double> samples, Span<byte> destination)
    {
        if (samples.Length is 0 or > MaxSamples)
        {
            throw new ArgumentOutOfRangeException(nameof(samples), samples.Length, "A chunk has 1 to MaxSamples samples.");
        }

        var integers = ArrayPool<long>.Shared.Rent(2 * samples.Length);
        var places = ArrayPool<int>.Shared.Rent(samples.Length);
        try
        {
            var length = Encode(samples, integers.AsSpan(0, 2 * samples.Length), places, destination);
            BinaryPrimitives.WriteUInt32LittleEndian(destination[1..], Checksum.Crc32C(destination[HeaderBytes..length]));
            return length;
        }
        finally
        {
            ArrayPool<long>.Shared.Return(integers);
            ArrayPool<int>.Shared.Return(places);
        }
    }

    /// <summary>Number of samples in a chunk.</summary>
    /// <exception cref="Core.Problems.ProblemException"><see cref="SeriesCodingProblems.CorruptChunk"/>.</exception>
    public static int Count(ReadOnlySpan<byte> chunk)
    {
        var position = Check(chunk);
        return ReadCount(chunk, ref position);
    }

    /// <summary>Decodes a chunk.</summary>
    /// <param name="chunk">What <see cref="Encode(ReadOnlySpan{double}, Span{byte})"/> wrote.</param>
    /// <param name="samples">Exactly as many samples as the chunk has.</param>
    /// <exception cref="Core.Problems.ProblemException"><see cref="SeriesCodingProblems.CorruptChunk"/>.</exception>
    public static void Decode(ReadOnlySpan<byte> chunk, Span<double> samples)
    {
        var position = Check(chunk);
        var count = ReadCount(chunk, ref position);
        if (count != samples.Length)
        {
            throw SeriesCodingProblems.Corrupt($"The chunk has {count} samples, {samples.Length} were expected.");
        }

        var integers = ArrayPool<long>.Shared.Rent(count);
        try
        {
            Decode(chunk, position, integers.AsSpan(0, count), samples);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(integers);
        }
    }

    private static int Encode(ReadOnlySpan<double> samples, Span<long> scratch, Span<int> places, Span<byte> destination)
    {
        var integers = scratch[..samples.Length];
        var decimals = Mapping.Decimals(samples);
        var exceptions = decimals < 0 ? -1 : Mapping.ToDecimals(samples, decimals, integers, places);
        var position = HeaderBytes;
        VarInt.Write((ulong)samples.Length, destination, ref position);
        if (exceptions >= 0 && exceptions < samples.Length && Exceptions.Pays(samples, places[..exceptions]))
        {
            destination[0] = DecimalCodec;
            destination[position++] = (byte)decimals;
            position += Exceptions.Write(samples, places[..exceptions], destination[position..]);
        }
        else
        {
            var zeros = Mapping.CommonZeros(samples);
            destination[0] = BitsCodec;
            destination[position++] = (byte)zeros;
            Mapping.ToBits(samples, zeros, integers);
        }

        return position + Differences.Write(integers, scratch[samples.Length..], destination[position..]);
    }

    private static void Decode(ReadOnlySpan<byte> chunk, int position, Span<long> integers, Span<double> samples)
    {
        var parameter = position < chunk.Length ? chunk[position++] : throw SeriesCodingProblems.Corrupt("The chunk ends early.");
        var exceptions = chunk[position..];
        if (chunk[0] == DecimalCodec)
        {
            position += Exceptions.Skip(exceptions, samples.Length);
        }

        Differences.Read(chunk[position..], integers);
        if (chunk[0] == DecimalCodec && parameter <= Mapping.MaxDecimals)
        {
            Mapping.FromDecimals(integers, parameter, samples);
            Exceptions.Apply(exceptions, samples);
        }
        else if (chunk[0] == BitsCodec && parameter <= 52)
        {
            Mapping.FromBits(integers, parameter, samples);
        }
        else
        {
            throw SeriesCodingProblems.Corrupt($"Codec {chunk[0]} with parameter {parameter} is not known.");
        }
    }

    private static int Check(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length <= HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(chunk[1..]) != Checksum.Crc32C(chunk[HeaderBytes..]))
        {
            throw SeriesCodingProblems.Corrupt("The checksum does not match.");
        }

        return chunk[0] is DecimalCodec or BitsCodec ? HeaderBytes : throw SeriesCodingProblems.Corrupt($"Codec {chunk[0]} is not known.");
    }

    private static int ReadCount(ReadOnlySpan<byte> chunk, ref int position)
    {
        var count = VarInt.Read(chunk, ref position);
        return count is > 0 and <= MaxSamples ? (int)count : throw SeriesCodingProblems.Corrupt($"{count} samples in a chunk.");
    }
}
