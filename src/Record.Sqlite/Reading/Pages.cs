using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Cuts pages.</summary>
internal static class Pages
{
    /// <summary>A page of rows read with one more than the limit.</summary>
    public static Page<T> Of<T>(List<T> items, int limit, Func<T, string> cursor)
    {
        if (items.Count <= limit)
        {
            return new Page<T>(items, null);
        }

        items.RemoveAt(limit);
        return new Page<T>(items, cursor(items[^1]));
    }

    public static void CheckLimit(int limit, int most)
    {
        if (limit < 1 || limit > most)
        {
            throw new ProblemException(CommonProblems.BadRequest, $"A page has 1 to {most} items, not {limit}.");
        }
    }

    public static ProblemException BadCursor(string cursor) => new(CommonProblems.BadRequest, $"\"{cursor}\" is not a cursor of this list.");
}
