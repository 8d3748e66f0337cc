using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Voltloop.Core.Problems;
using Voltloop.Kernels.SeriesCoding;

namespace Voltloop.Tests.Properties.Record;

/// <summary>Whatever bits go in come out; whatever is damaged is named.</summary>
public sealed class SeriesCodecTests
{
    private static readonly double[] Special =
        [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, double.MinValue, 9007199254740993, 1e300];

    [Fact]
    public void Any_bit_patterns_survive() => Check(Gen.Choose(int.MinValue, int.MaxValue).Two().Select(p => Bits(p.Item1, p.Item2)), 300);

    [Fact]
    public void Decimals_survive() => Check(from k in Gen.Choose(0, 9) from i in Gen.Choose(-9_999_999, 9_999_999) select i / Math.Pow(10, k), 300);

    [Fact]
    public void Single_precision_survives() => Check(Gen.Choose(int.MinValue, int.MaxValue).Select(i => (double)BitConverter.Int32BitsToSingle(i)), 300);

    [Fact]
    public void Decimals_among_anything_else_survive() => Check(
        Gen.Frequency((20, Gen.Choose(0, 42_000).Select(i => i / 1000.0)), (1, Gen.Elements(Special)), (1, Gen.Choose(0, 99).Select(i => Math.Sqrt(i)))), 500);

    [Fact]
    public void Missing_samples_among_decimals_survive() => Check(
        Gen.Frequency((1, Gen.Choose(0, 42_000).Select(i => i / 1000.0)), (3, Gen.Constant(double.NaN))), 300);

    [Fact]
    public void Damage_is_named_and_never_crashes()
    {
        var damages =
            from samples in Gen.Frequency((3, Gen.Choose(0, 42_000).Select(i => i / 1000.0)), (1, Gen.Elements(Special))).ArrayOf()
            from place in Gen.Choose(0, int.MaxValue)
            from bits in Gen.Choose(1, 255)
            from cut in Gen.Choose(0, 3)
            select (Samples: samples.Append(1.5).ToArray(), Place: place, Bits: (byte)bits, Cut: cut);
        Prop.ForAll(Arb.From(damages), d => Damage(d.Samples, (d.Place, d.Bits, d.Cut))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static void Damage(double[] samples, (int Place, byte Bits, int Cut) how)
    {
        var chunk = Encode(samples);
        var damaged = chunk[..Math.Max(0, chunk.Length - how.Cut)];
        damaged[how.Place % damaged.Length] ^= how.Bits;
        Should.Throw<ProblemException>(() => SeriesCodec.Decode(damaged, new double[samples.Length])).Problem.Kind.ShouldBe(SeriesCodingProblems.CorruptChunk);

        // With a checksum that matches, the content itself must still not lead anywhere bad.
        BinaryPrimitives.WriteUInt32LittleEndian(damaged.AsSpan(1), Checksum.Crc32C(damaged.AsSpan(5)));
        try
        {
            SeriesCodec.Decode(damaged, new double[samples.Length]);
        }
        catch (ProblemException e)
        {
            e.Problem.Kind.ShouldBe(SeriesCodingProblems.CorruptChunk);
        }
    }

    private static double Bits(int high, int low) => BitConverter.Int64BitsToDouble(((long)high << 32) ^ (uint)low);

    private static void Check(Gen<double> sample, int cases)
    {
        var chunks = from size in Gen.Choose(1, 700) from samples in sample.ArrayOf(size) select samples;
        Prop.ForAll(Arb.From(chunks), RoundTrip).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
    }

    private static void RoundTrip(double[] samples)
    {
        var chunk = Encode(samples);
        var decoded = new double[SeriesCodec.Count(chunk)];
        SeriesCodec.Decode(chunk, decoded);
        decoded.Select(BitConverter.DoubleToInt64Bits).ShouldBe(samples.Select(BitConverter.DoubleToInt64Bits));
    }

    private static byte[] Encode(double[] samples)
    {
        var room = new byte[SeriesCodec.MaxEncodedLength(samples.Length)];
        return room[..SeriesCodec.Encode(samples, room)];
    }
}
