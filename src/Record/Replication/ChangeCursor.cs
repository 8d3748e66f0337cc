using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Replication;

/// <summary>How much of a node's record another node has: the last of each kind, in the order in which the node took them.</summary>
/// <param name="Things">Number of the last thing.</param>
/// <param name="Revisions">Number of the last revision: aliases, samples, accounts and keys that came later.</param>
/// <param name="Documents">Number of the last document.</param>
/// <param name="Assertions">Number of the last assertion: entries of the log.</param>
public readonly record struct ChangeCursor(long Things, long Revisions, long Documents, long Assertions)
{
    private const int Parts = 4;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ProblemException">Not a cursor.</exception>
    public static ChangeCursor Parse(string text)
    {
        var parts = text.Split('-');
        var numbers = new long[Parts];
        var isRead = parts.Length == Parts;
        for (var i = 0; isRead && i < Parts; i++)
        {
            isRead = long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]);
        }

        return isRead
            ? new ChangeCursor(numbers[0], numbers[1], numbers[2], numbers[3])
            : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is no place in a record.", "after");
    }

    /// <summary>Four numbers: things, revisions, documents, assertions.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Things}-{Revisions}-{Documents}-{Assertions}");
}
