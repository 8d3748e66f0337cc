using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Voltloop.Kernels.ControlCharts;

/// <summary>
/// The four rules of Western Electric over very many points: zones as bits, 64 points to a word, so that a run is a few shifts. Breaks are
/// those of <see cref="RuleWatch"/>. Room for the answer is taken once; nothing is allocated per point.
/// </summary>
/// <param name="points">Most points of one look.</param>
/// <param name="limit">Limits, standard deviations, 2 or more.</param>
public sealed class WesternElectricScan(int points, double limit = 3)
{
    private const int Word = 64;
    private readonly ulong[] _beyond = new ulong[(points + Word - 1) / Word];
    private readonly ulong[] _twoOfThree = new ulong[(points + Word - 1) / Word];
    private readonly ulong[] _fourOfFive = new ulong[(points + Word - 1) / Word];
    private readonly ulong[] _sameSide = new ulong[(points + Word - 1) / Word];

    /// <summary>Rules that a point of the last look breaks.</summary>
    /// <param name="point">Place of the point, from 0.</param>
    public RunRules this[int point] =>
        Bit(_beyond, point, RunRules.Beyond) | Bit(_twoOfThree, point, RunRules.TwoOfThree) | Bit(_fourOfFive, point, RunRules.FourOfFive) | Bit(_sameSide, point, RunRules.SameSide8);

    /// <summary>Points of the last look that break a rule.</summary>
    /// <param name="rule">One of the four.</param>
    public int Count(RunRules rule)
    {
        var (plane, count) = (rule switch { RunRules.Beyond => _beyond, RunRules.TwoOfThree => _twoOfThree, RunRules.FourOfFive => _fourOfFive, RunRules.SameSide8 => _sameSide, _ => throw new ArgumentOutOfRangeException(nameof(rule)) }, 0);
        foreach (var word in plane) count += System.Numerics.BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Looks at points from the start of a phase on.</summary>
    /// <param name="z">Distances from the centre line, standard deviations; none is missing.</param>
    /// <exception cref="ArgumentException">There are more points than there is room for, or one is missing.</exception>
    public void Look(ReadOnlySpan<double> z)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z.Length, points);
        foreach (var plane in new[] { _beyond, _twoOfThree, _fourOfFive, _sameSide }) Array.Clear(plane);
        var (up, down, memory) = (default(SideRuns), default(SideRuns), default(ZoneBits));
        for (var (word, at) = (0, 0); at < z.Length; word++, at += Word)
        {
            var count = Math.Min(Word, z.Length - at);
            var zones = count == Word ? ZoneBits.Of(z.Slice(at, Word), limit) : ZoneBits.OfFew(z[at..], limit);
            _beyond[word] = zones.Beyond;
            _twoOfThree[word] = TwoOfThree(zones.Above2, memory.Above2) | TwoOfThree(zones.Below2, memory.Below2);
            _fourOfFive[word] = FourOfFive(zones.Above1, memory.Above1) | FourOfFive(zones.Below1, memory.Below1);
            _sameSide[word] = up.Eight(zones.Above) | down.Eight(~zones.Above & (count == Word ? ulong.MaxValue : (1UL << count) - 1));
            memory = zones;
        }
    }

    private static RunRules Bit(ulong[] plane, int point, RunRules rule) => ((plane[point / Word] >> (point % Word)) & 1) != 0 ? rule : RunRules.None;

    private static ulong TwoOfThree(ulong now, ulong before) => now & (Earlier(now, before, 1) | Earlier(now, before, 2));

    private static ulong FourOfFive(ulong now, ulong before)
    {
        var (a, b, c, d) = (Earlier(now, before, 1), Earlier(now, before, 2), Earlier(now, before, 3), Earlier(now, before, 4));
        return now & ((a & b & (c | d)) | (c & d & (a | b)));
    }

    // What held some points ago, by the word before too.
    private static ulong Earlier(ulong now, ulong before, int points) => (now << points) | (before >> (Word - points));

    // Runs on one side: of two, of four, of eight.
    private struct SideRuns
    {
        private ulong _one, _two, _four;

        public ulong Eight(ulong one)
        {
            var two = one & Earlier(one, _one, 1);
            var four = two & Earlier(two, _two, 2);
            var eight = four & Earlier(four, _four, 4);
            (_one, _two, _four) = (one, two, four);
            return eight;
        }
    }

    // A bit for each point in a zone.
    private struct ZoneBits
    {
        public ulong Beyond, Above2, Below2, Above1, Below1, Above;

        public static ZoneBits Of(ReadOnlySpan<double> z, double limit)
        {
            var (bits, known) = (default(ZoneBits), ulong.MaxValue);
            ref var first = ref MemoryMarshal.GetReference(z);
            var (two, one, far) = (Vector512.Create(2.0), Vector512.Create(1.0), Vector512.Create(limit));
            for (var i = 0; i < Word; i += 8)
            {
                var v = Vector512.LoadUnsafe(ref first, (nuint)i);
                bits.Beyond |= Vector512.GreaterThan(Vector512.Abs(v), far).ExtractMostSignificantBits() << i;
                bits.Above2 |= Vector512.GreaterThan(v, two).ExtractMostSignificantBits() << i;
                bits.Below2 |= Vector512.LessThan(v, -two).ExtractMostSignificantBits() << i;
                bits.Above1 |= Vector512.GreaterThan(v, one).ExtractMostSignificantBits() << i;
                bits.Below1 |= Vector512.LessThan(v, -one).ExtractMostSignificantBits() << i;
                bits.Above |= Vector512.GreaterThan(v, Vector512<double>.Zero).ExtractMostSignificantBits() << i;
                known &= ~((~Vector512.Equals(v, v).ExtractMostSignificantBits() & 0xFF) << i);
            }

            return known == ulong.MaxValue ? bits : throw new ArgumentException("A point is missing.", nameof(z));
        }

        public static ZoneBits OfFew(ReadOnlySpan<double> z, double limit)
        {
            Span<double> filled = stackalloc double[Word];
            filled.Clear();
            z.CopyTo(filled);
            return Of(filled, limit);
        }
    }
}
