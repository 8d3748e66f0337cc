using Microsoft.Playwright;

namespace Voltloop.Tests.EndToEnd.Fixtures;

/// <summary>Listens to what a page must never do: log an error, fail a request, or ask another host for anything.</summary>
public sealed class Watched
{
    private readonly List<string> _complaints = [];

    public Watched(IPage page, string home)
    {
        page.Console += (_, message) => Add(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => Add(true, $"script: {error}");
        page.Request += (_, request) => Add(!IsHome(request.Url, home), $"leaves the machine: {request.Url}");
        page.Response += (_, response) => Add(response.Status >= 400, $"{response.Status}: {response.Url}");
    }

    public IReadOnlyList<string> Complaints => _complaints;

    private static bool IsHome(string url, string home) =>
        url.StartsWith(home, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);

    private void Add(bool bad, string what)
    {
        if (bad)
        {
            _complaints.Add(what);
        }
    }
}
