using System.Net;
using Voltloop.Web.Formatting;

namespace Voltloop.Tests.Unit.Web;

public sealed class ShellPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly string Cell = ThingLinks.Page(MemoryRecord.Cell(1));

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData("/import")]
    [InlineData("/about")]
    [InlineData("/design")]
    public async Task Every_page_has_landmarks_one_heading_and_marks_its_place(string path)
    {
        using var response = await web.Client.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("<html lang=\"en\">");
        html.ShouldContain("<main class=\"page\" id=\"main\"");
        html.ShouldContain("class=\"skip\"");
        html.Split("<h1>").Length.ShouldBe(2);
        if (path != "/design")
        {
            html.ShouldContain($"<a href=\"{path}\" aria-current=\"page\">");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=cell")]
    [InlineData("/import")]
    [InlineData("/about")]
    [InlineData("/design")]
    [InlineData("/missing")]
    [Trait("Requirement", "18246-4")]
    public async Task No_page_carries_what_the_content_security_policy_forbids(string path)
    {
        using var response = await web.Client.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync();

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'self'; script-src 'self'; style-src 'self'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        html.ShouldNotContain(" style=");
        html.ShouldNotContain("<style");
        html.ShouldNotMatch("<script(?![^>]*(src=|type=\"application/json\"))");
        html.ShouldNotMatch(" on[a-z]+=\"");
        html.ShouldNotMatch("(src|href)=\"(https?:)?//(?!id\\.example\\.org)");
    }

    [Fact]
    public async Task Overview_counts_batteries_and_models()
    {
        var html = await web.PageAsync("/");

        html.ShouldContain("<span class=\"stat__value\">30</span>");
        html.ShouldContain("30 cells");
        html.ShouldContain("href=\"/search?kind=Model\"");
    }

    [Fact]
    public async Task Overview_of_an_empty_record_says_what_to_do_next()
    {
        web.Record.Empty = true;
        try
        {
            (await web.PageAsync("/")).ShouldContain("No batteries yet");
        }
        finally
        {
            web.Record.Empty = false;
        }
    }

    [Fact]
    public async Task Search_pages_through_results_by_cursor_and_keeps_the_text()
    {
        var first = await web.PageAsync("/search?q=Cell");

        first.Split("linklist__item").Length.ShouldBe(26);
        first.ShouldContain("/search?q=Cell&amp;cursor=25");
        (await web.PageAsync("/search?q=Cell&cursor=25")).Split("linklist__item").Length.ShouldBe(6);
    }

    [Fact]
    public async Task Search_finds_an_alias_and_says_when_nothing_matches()
    {
        (await web.PageAsync("/search?q=sn-00")).ShouldContain("Cell 007");
        (await web.PageAsync("/search?q=%3Cscript%3E")).ShouldContain("Nothing found");
        (await web.PageAsync("/search?q=%3Cscript%3E")).ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Search_for_an_exact_identifier_goes_straight_to_the_thing_but_not_while_typing()
    {
        var path = ThingLinks.Search(MemoryRecord.Cell(1).Value);
        using var response = await web.Client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldEndWith(Cell);

        using var bySerial = await web.Client.GetAsync("/search?q=sn-001");
        bySerial.Headers.Location!.OriginalString.ShouldEndWith(Cell);

        using var live = new HttpRequestMessage(HttpMethod.Get, path);
        live.Headers.Add("HX-Request", "true");
        using var results = await web.Client.SendAsync(live);
        results.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Thing_page_shows_label_identifier_model_statements_and_history()
    {
        var html = WebUtility.HtmlDecode(await web.PageAsync(Cell));

        html.ShouldContain("<h1>Cell 001</h1>");
        html.ShouldContain(MemoryRecord.Cell(1).Value);
        html.ShouldContain("Model <One>");
        html.ShouldContain("91.2<span class=\"quantity__unit\">");
        html.ShouldContain("95\u00a0% interval 90.7 to 91.7");
        html.ShouldContain("Assertion 3");
        html.ShouldContain("Assertion 1");
    }

    [Fact]
    public async Task Thing_page_reads_an_identifier_that_was_not_encoded() =>
        (await web.PageAsync("/things/" + MemoryRecord.Cell(2).Value)).ShouldContain("<h1>Cell 002</h1>");

    [Fact]
    public async Task Thing_page_shows_the_past_and_says_so()
    {
        var html = WebUtility.HtmlDecode(await web.PageAsync(Cell + "?validAt=2026-03-15"));

        html.ShouldContain("You see what was valid at 2026-03-15.");
        html.ShouldContain("95\u00a0% interval 95.0 to 96.0");
        (await web.PageAsync(Cell + "?knownAt=2026-03-15")).ShouldNotContain("Assertion 3");
    }

    [Fact]
    public async Task Panels_of_rooms_get_the_thing_and_both_moments()
    {
        var html = await web.PageAsync(ThingLinks.Page(MemoryRecord.Model) + "?validAt=2026-03-15");

        html.ShouldContain("<div id=\"room-panel\">panel of Model &lt;One&gt; at 2026-03-15</div>");
        (await web.PageAsync(Cell)).ShouldNotContain("room-panel");
    }

    [Fact]
    public async Task Provenance_names_method_reference_validity_inputs_issuer_and_history()
    {
        var path = "/things/statement?thing=" + Uri.EscapeDataString(MemoryRecord.Cell(1).Value) + "&term=stateOfHealth&assertion=3&ordinal=0";
        var html = await web.PageAsync(path);

        foreach (var part in new[] { "id=\"provenance\"", "capacity.last-valid-median", "IEC 62660-1:2018, 7.3", "25 °C", "urn:voltloop:series:x", "urn:voltloop:health", "10 Apr 2026, 02:00:00 UTC", "95.5" })
        {
            WebUtility.HtmlDecode(html).ShouldContain(part);
        }

        (await web.PageAsync(Cell)).ShouldContain(path.Replace("&", "&amp;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nothing-here", 404, "Nothing here")]
    [InlineData("/things/https%3A%2F%2Fid.example.org%2Funknown", 404, "knows no thing")]
    [InlineData("/things/not-an-identifier", 400, "invalid-identifier")]
    [InlineData("/things/statement?thing=https%3A%2F%2Fid.example.org%2F01%2F09506000134352%2F21%2FC-001&term=x&assertion=9", 404, "no such statement")]
    [InlineData("/things/https%3A%2F%2Fid.example.org%2F01%2F09506000134352?validAt=yesterday", 400, "Use ISO 8601")]
    [InlineData("/failing", 500, "Something went wrong")]
    [InlineData("/import/preview", 405, "only takes forms")]
    public async Task Problems_become_pages_of_the_shell_with_the_right_status(string path, int status, string says)
    {
        using var response = await web.Client.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync();

        ((int)response.StatusCode).ShouldBe(status);
        html.ShouldContain("<main");
        html.ShouldContain(says);
        html.ShouldNotContain("secret detail");
    }

    [Fact]
    public async Task Programs_that_do_not_ask_for_a_page_get_none()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing-here");
        request.Headers.Accept.ParseAdd("application/json");
        using var client = new HttpClient { BaseAddress = web.Client.BaseAddress };
        using var response = await client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }
}
