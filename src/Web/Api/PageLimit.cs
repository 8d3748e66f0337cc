using Voltloop.Core.Problems;

namespace Voltloop.Web.Api;

/// <summary>The query parameter <c>limit</c>.</summary>
public static class PageLimit
{
    /// <summary>The page size asked for, or the usual one.</summary>
    /// <exception cref="ProblemException">It is below 1 or above the largest.</exception>
    public static int Read(int? asked, int usual, int largest)
    {
        var limit = asked ?? usual;
        return limit >= 1 && limit <= largest
            ? limit
            : throw new ProblemException(CommonProblems.BadRequest, $"limit is {limit}; it must be 1 to {largest}.", "limit");
    }
}
