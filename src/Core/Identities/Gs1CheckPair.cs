namespace Voltloop.Core.Identities;

/// <summary>
/// Pair of check characters that ends a Global Model Number: prime weights from the right over GS1 character set 82,
/// modulo 1021, written in a 32-letter alphabet (GS1 General Specifications 7.9.5).
/// </summary>
internal static class Gs1CheckPair
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static readonly int[] Primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];

    /// <summary>Says which pair was expected, or null when the last two characters are right.</summary>
    public static string? Reason(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text.Length > Primes.Length + 2)
            return $"a model number has 3 to {Primes.Length + 2} characters with its check pair";

        var expected = Compute(text[..^2]);
        return text[^2..].SequenceEqual(expected) ? null : $"the check pair is {text[^2..]}, but {text[..^2]} has the check pair {expected}";
    }

    private static string Compute(ReadOnlySpan<char> payload)
    {
        var sum = 0;
        for (var i = 0; i < payload.Length; i++)
            sum += Gs1Characters.Set82.IndexOf(payload[^(i + 1)], StringComparison.Ordinal) * Primes[i];
        sum %= 1021;
        return new string([Letters[sum >> 5], Letters[sum & 31]]);
    }
}
