using Microsoft.Playwright;

namespace Voltloop.Tests.EndToEnd.Fixtures;

/// <summary>Waits until a page has loaded what it wants, by looking: the driver's own waits are for events, and one that came just before is never told again.</summary>
internal static class Settled
{
    private const string Look = """
        async () => {
          const fetched = () => performance.getEntriesByType('resource').length;
          for (let before = -1; document.readyState !== 'complete' || before !== fetched();) {
            before = fetched();
            await new Promise(next => setTimeout(next, 500));
          }
        }
        """;

    /// <summary>Returns when the document is complete and has fetched nothing for half a second.</summary>
    public static Task SettleAsync(this IPage page) => page.EvaluateAsync(Look);
}
