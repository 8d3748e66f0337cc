using System.Diagnostics;

namespace Voltloop.Bench.Fuzz;

/// <summary>Cuts a finding smaller as long as it stays the same finding.</summary>
internal static class Minimiser
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>The smallest input found in the time.</summary>
    public static byte[] Cut(byte[] input, Func<byte[], bool> isSame)
    {
        var clock = Stopwatch.StartNew();
        for (var piece = Math.Max(1, input.Length / 2); clock.Elapsed < Limit; piece = Math.Max(1, piece / 2))
        {
            var smaller = Without(input, piece, candidate => clock.Elapsed < Limit && isSame(candidate));
            if (piece == 1 && smaller.Length == input.Length) break;
            input = smaller;
        }

        return input;
    }

    private static byte[] Without(byte[] input, int piece, Func<byte[], bool> isSame)
    {
        for (var at = 0; at < input.Length;)
        {
            byte[] candidate = [.. input.AsSpan(0, at), .. input.AsSpan(Math.Min(input.Length, at + piece))];
            if (isSame(candidate)) input = candidate;
            else at += piece;
        }

        return input;
    }
}
