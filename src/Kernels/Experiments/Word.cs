using System.Numerics;

namespace Voltloop.Kernels.Experiments;

/// <summary>Effects of factors as words of their letters, kept as bits: A is 1, B is 2, AB is 3. I is left out, as in tables.</summary>
public static class Word
{
    /// <summary>Letters of factors.</summary>
    public const string Letters = "ABCDEFGHJKLMNOPQ";

    /// <summary>A word in letters; <c>I</c> for none.</summary>
    public static string Of(int word) => word == 0 ? "I" : string.Concat(Letters.Where((_, i) => (word >> i & 1) == 1));

    /// <summary>Reads a word; <c>null</c> when a letter is none of a factor.</summary>
    public static int? Parse(string text)
    {
        var word = 0;
        foreach (var letter in text.Trim().ToUpperInvariant())
        {
            var at = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0) return null;
            word ^= 1 << at;
        }

        return word;
    }

    /// <summary>Letters of a word.</summary>
    public static int Length(int word) => BitOperations.PopCount((uint)word);

    /// <summary>Sign of a word in a run whose factors are high where a bit is set.</summary>
    public static int Sign(int word, int run) => (Length(word) - Length(word & run)) % 2 == 0 ? 1 : -1;
}
