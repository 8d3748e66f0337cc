using System.Numerics;

namespace Voltloop.Kernels.Commonality;

/// <summary>A set of units, one bit for each.</summary>
public sealed class UnitSet
{
    private const int WordBits = 64;
    private readonly ulong[] _words;

    /// <summary>An empty set.</summary>
    /// <param name="units">Units there are.</param>
    public UnitSet(int units) => (Units, _words) = (units, new ulong[(units + WordBits - 1) / WordBits]);

    /// <summary>Units there are.</summary>
    public int Units { get; }

    /// <summary>Units in the set.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words) count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>Whether a unit is in it.</summary>
    public bool this[int unit] => (_words[unit / WordBits] >> (unit % WordBits) & 1) != 0;

    /// <summary>All units.</summary>
    public static UnitSet All(int units)
    {
        var all = new UnitSet(units);
        for (var unit = 0; unit < units; unit++) all.Add(unit);
        return all;
    }

    /// <summary>Puts a unit in.</summary>
    public void Add(int unit) => _words[unit / WordBits] |= 1UL << (unit % WordBits);

    /// <summary>Units in both.</summary>
    public UnitSet And(UnitSet other) => Joined(other, (one, two) => one & two);

    /// <summary>Units in this one and not in the other.</summary>
    public UnitSet Except(UnitSet other) => Joined(other, (one, two) => one & ~two);

    /// <summary>Counts bad units and all units with and without something, within a stratum.</summary>
    /// <param name="with">Units with it.</param>
    /// <param name="known">Units of which that is known.</param>
    /// <param name="bad">Bad units.</param>
    /// <param name="stratum">Units that are counted.</param>
    public static ContingencyTable Table(UnitSet with, UnitSet known, UnitSet bad, UnitSet stratum)
    {
        var (badWith, all, badAll, total) = (0, 0, 0, 0);
        for (var i = 0; i < stratum._words.Length; i++)
        {
            var inside = stratum._words[i] & known._words[i];
            if (inside == 0) continue;
            var exposed = inside & with._words[i];
            total += BitOperations.PopCount(inside);
            all += BitOperations.PopCount(exposed);
            badAll += BitOperations.PopCount(inside & bad._words[i]);
            badWith += BitOperations.PopCount(exposed & bad._words[i]);
        }

        return new ContingencyTable(badWith, all, badAll, total);
    }

    private UnitSet Joined(UnitSet other, Func<ulong, ulong, ulong> join)
    {
        var joined = new UnitSet(Units);
        for (var i = 0; i < _words.Length; i++) joined._words[i] = join(_words[i], other._words[i]);
        return joined;
    }
}
