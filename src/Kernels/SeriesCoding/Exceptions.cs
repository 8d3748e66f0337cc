using System.Buffers.Binary;

namespace Voltloop.Kernels.SeriesCoding;

/// <summary>
/// Samples among decimals that are not: NaN, infinities, negative zero, stray values. Few are listed with their places;
/// many that are all the same (missing samples) are one value and a bit per sample.
/// </summary>
internal static class Exceptions
{
    private const byte None = 0;
    private const byte List = 1;
    private const byte Mask = 2;

    // Above this share the bits of all samples are about as small, and simpler.
    private const int LeastShare = 16;

    public static int MaxBytes(int samples) => 1 + VarInt.MaxBytes + (samples * (sizeof(long) + 3) / LeastShare) + (samples / 8) + sizeof(long) + 1;

    public static bool Pays(ReadOnlySpan<double> samples, ReadOnlySpan<int> places) =>
        places.Length <= samples.Length / LeastShare || AllSame(samples, places);

    public static int Write(ReadOnlySpan<double> samples, ReadOnlySpan<int> places, Span<byte> destination)
    {
        if (places.IsEmpty)
        {
            destination[0] = None;
            return 1;
        }

        return places.Length <= samples.Length / LeastShare
            ? WriteList(samples, places, destination)
            : WriteMask(samples, places, destination);
    }

    /// <summary>Bytes of the section.</summary>
    public static int Skip(ReadOnlySpan<byte> source, int samples)
    {
        var kind = source.IsEmpty ? byte.MaxValue : source[0];
        var length = kind switch
        {
            None => 1,
            List => ListLength(source, samples),
            Mask => 1 + sizeof(long) + ((samples + 7) / 8),
            _ => throw SeriesCodingProblems.Corrupt("The exceptions are not readable."),
        };
        return length <= source.Length ? length : throw SeriesCodingProblems.Corrupt("The exceptions end early.");
    }

    /// <summary>Puts the exceptions in. <see cref="Skip"/> has checked the section.</summary>
    public static void Apply(ReadOnlySpan<byte> source, Span<double> samples)
    {
        if (source[0] == List)
        {
            ApplyList(source, samples);
        }
        else if (source[0] == Mask)
        {
            ApplyMask(source[1..], samples);
        }
    }

    private static bool AllSame(ReadOnlySpan<double> samples, ReadOnlySpan<int> places)
    {
        var first = BitConverter.DoubleToInt64Bits(samples[places[0]]);
        foreach (var place in places)
        {
            if (BitConverter.DoubleToInt64Bits(samples[place]) != first)
            {
                return false;
            }
        }

        return true;
    }

    private static int WriteList(ReadOnlySpan<double> samples, ReadOnlySpan<int> places, Span<byte> destination)
    {
        destination[0] = List;
        var position = 1;
        VarInt.Write((ulong)places.Length, destination, ref position);
        var last = 0;
        foreach (var place in places)
        {
            VarInt.Write((ulong)(place - last), destination, ref position);
            BinaryPrimitives.WriteDoubleLittleEndian(destination[position..], samples[place]);
            position += sizeof(double);
            last = place;
        }

        return position;
    }

    private static int WriteMask(ReadOnlySpan<double> samples, ReadOnlySpan<int> places, Span<byte> destination)
    {
        destination[0] = Mask;
        BinaryPrimitives.WriteDoubleLittleEndian(destination[1..], samples[places[0]]);
        var bits = destination.Slice(1 + sizeof(double), (samples.Length + 7) / 8);
        bits.Clear();
        foreach (var place in places)
        {
            bits[place >> 3] |= (byte)(1 << (place & 7));
        }

        return 1 + sizeof(double) + bits.Length;
    }

    private static int ListLength(ReadOnlySpan<byte> source, int samples)
    {
        var position = 1;
        var count = VarInt.Read(source, ref position);
        var place = 0UL;
        for (var i = 0UL; i < count; i++)
        {
            place += VarInt.Read(source, ref position);
            position += sizeof(double);
            if (place >= (ulong)samples || position > source.Length)
            {
                throw SeriesCodingProblems.Corrupt("An exception lies outside the chunk.");
            }
        }

        return position;
    }

    private static void ApplyList(ReadOnlySpan<byte> source, Span<double> samples)
    {
        var position = 1;
        var place = 0;
        for (var left = VarInt.Read(source, ref position); left > 0; left--)
        {
            place += (int)VarInt.Read(source, ref position);
            samples[place] = BinaryPrimitives.ReadDoubleLittleEndian(source[position..]);
            position += sizeof(double);
        }
    }

    private static void ApplyMask(ReadOnlySpan<byte> source, Span<double> samples)
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(source);
        for (var i = 0; i < samples.Length; i++)
        {
            if ((source[sizeof(double) + (i >> 3)] & (1 << (i & 7))) != 0)
            {
                samples[i] = value;
            }
        }
    }
}
