using System.Text;

namespace Voltloop.Bench.Fuzz;

/// <summary>Makes inputs out of seeds: bytes, tokens, pieces of other seeds, depth, length and damaged packing.</summary>
/// <param name="random">Decides.</param>
/// <param name="seeds">Inputs that are changed.</param>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> seeds)
{
    private const int MaxChanges = 4;
    private const int MaxLength = 512 * 1024;

    private readonly Packing _packing = new(random);

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        var input = Any();
        if (random.Next(3) == 0 && _packing.TryInside(input, Change) is { } repacked) return repacked;
        input = Change(input);
        return random.Next(40) == 0 ? _packing.Gzip(input) : input;
    }

    private byte[] Change(byte[] input)
    {
        for (var i = random.Next(1, MaxChanges + 1); i > 0; i--) input = Once(input);
        return input.Length <= MaxLength ? input : input[..MaxLength];
    }

    private byte[] Once(byte[] input) => random.Next(12) switch
    {
        0 => Flip(input),
        1 => Bytes(input),
        2 => input[..random.Next(input.Length + 1)],
        3 => Without(input),
        4 => Repeat(input),
        5 or 6 => Put(input, Token()),
        7 => Number(input),
        8 => Splice(input, Any()),
        9 => Deep(input),
        10 => TokenForToken(input),
        _ => random.Next(4) == 0 ? Long(input) : Swap(input),
    };

    private byte[] Any() => seeds[random.Next(seeds.Count)];

    private byte[] Token() => random.Next(3) == 0 ? Tokens.Binary[random.Next(Tokens.Binary.Count)] : Encoding.UTF8.GetBytes(Tokens.Text[random.Next(Tokens.Text.Count)]);

    private byte[] Flip(byte[] input)
    {
        if (input.Length == 0) return [(byte)random.Next(256)];
        var changed = input.ToArray();
        changed[At(input)] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    private byte[] Bytes(byte[] input)
    {
        var changed = input.ToArray();
        for (var i = random.Next(1, 8); i > 0 && changed.Length > 0; i--) changed[At(input)] = (byte)random.Next(256);
        return changed;
    }

    // Heads tell how the rest is read: half of the changes are near the beginning.
    private int At(byte[] input) => random.Next(random.Next(2) == 0 ? Math.Min(input.Length, 512) : input.Length);

    private byte[] Without(byte[] input)
    {
        var (from, to) = Range(input, 64);
        return [.. input.AsSpan(0, from), .. input.AsSpan(to)];
    }

    private byte[] Repeat(byte[] input)
    {
        var (from, to) = Range(input, 256);
        var piece = input.AsSpan(from, to - from).ToArray();
        return [.. input.AsSpan(0, to), .. Enumerable.Repeat(piece, random.Next(1, random.Next(8) == 0 ? 200 : 4)).SelectMany(one => one), .. input.AsSpan(to)];
    }

    private byte[] Put(byte[] input, byte[] piece)
    {
        var at = random.Next(input.Length + 1);
        var over = random.Next(2) == 0 ? Math.Min(piece.Length, input.Length - at) : 0;
        return [.. input.AsSpan(0, at), .. piece, .. input.AsSpan(at + over)];
    }

    // Replaces one number of a text by one at a boundary.
    private byte[] Number(byte[] input)
    {
        if (input.Length == 0) return input;
        var at = Array.FindIndex(input, random.Next(input.Length), b => b is >= (byte)'0' and <= (byte)'9');
        if (at < 0) return input;
        var end = Array.FindIndex(input, at, b => b is not ((>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-' or (byte)'e' or (byte)'E'));
        return [.. input.AsSpan(0, at), .. Encoding.ASCII.GetBytes(Tokens.Numbers[random.Next(Tokens.Numbers.Count)]), .. input.AsSpan(end < 0 ? input.Length : end)];
    }

    // Replaces what stands between two marks (a value, a field, an attribute) by something of another kind.
    private byte[] TokenForToken(byte[] input)
    {
        if (input.Length == 0) return input;
        var start = Array.FindIndex(input, random.Next(input.Length), IsMark);
        if (start < 0 || start + 1 >= input.Length) return input;
        var end = Array.FindIndex(input, start + 1, IsMark);
        return [.. input.AsSpan(0, start + 1), .. Token(), .. input.AsSpan(end < 0 ? input.Length : end)];
    }

    private static bool IsMark(byte b) => b is (byte)',' or (byte)':' or (byte)'"' or (byte)'{' or (byte)'}' or (byte)'[' or (byte)']' or (byte)'<' or (byte)'>' or (byte)'\n' or (byte)';' or (byte)'\t' or (byte)'=' or (byte)'&' or (byte)'/' or (byte)'.' or (byte)'~';

    private byte[] Splice(byte[] input, byte[] other)
    {
        var (from, to) = Range(other, other.Length);
        var at = random.Next(input.Length + 1);
        return random.Next(2) == 0 ? [.. input.AsSpan(0, at), .. other.AsSpan(from)] : [.. input.AsSpan(0, at), .. other.AsSpan(from, to - from), .. input.AsSpan(at)];
    }

    private byte[] Deep(byte[] input)
    {
        var (open, close) = Tokens.Nests[random.Next(Tokens.Nests.Count)];
        var depth = random.Next(3) switch { 0 => random.Next(2, 12), 1 => random.Next(60, 70), _ => random.Next(100, 20_000) };
        var nest = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, random.Next(3) == 0 ? 0 : depth)));
        return random.Next(3) == 0 ? TokenAt(input, nest) : Put(input, nest);
    }

    private byte[] TokenAt(byte[] input, byte[] piece)
    {
        var start = input.Length == 0 ? -1 : Array.FindIndex(input, random.Next(input.Length), IsMark);
        return start < 0 ? piece : [.. input.AsSpan(0, start + 1), .. piece, .. input.AsSpan(start + 1)];
    }

    private byte[] Long(byte[] input)
    {
        var (at, filling) = (random.Next(input.Length + 1), (byte)"a0 ,;[{\"\\/\n-"[random.Next(12)]);
        return [.. input.AsSpan(0, at), .. Enumerable.Repeat(filling, random.Next(1_000, 100_000)), .. input.AsSpan(at)];
    }

    private byte[] Swap(byte[] input)
    {
        var (first, second) = (Range(input, 64), Range(input, 64));
        if (first.From > second.From) (first, second) = (second, first);
        if (first.To > second.From) return Flip(input);
        return [.. input.AsSpan(0, first.From), .. input.AsSpan(second.From, second.To - second.From), .. input.AsSpan(first.To, second.From - first.To), .. input.AsSpan(first.From, first.To - first.From), .. input.AsSpan(second.To)];
    }

    private (int From, int To) Range(byte[] input, int longest)
    {
        var from = random.Next(input.Length + 1);
        return (from, Math.Min(input.Length, from + random.Next(Math.Max(1, longest) + 1)));
    }
}
