using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Web;

public sealed partial class ImportPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Preview_lists_format_findings_and_changes_and_offers_to_commit()
    {
        using var response = await PostAsync(("cells.csv", "cycle,capacity"), "  https://x.example/1 ");
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("Test table");
        html.ShouldContain("Seen &lt;b&gt;this&lt;/b&gt;.");
        html.ShouldContain("line 2");
        html.ShouldContain("1.1 Ah");
        html.ShouldContain("value=\"ticket-cells.csv\"");
        web.Desk.LastThing.ShouldBe("https://x.example/1");
    }

    [Theory]
    [InlineData("error in it", "cannot be imported as it is")]
    [InlineData("unknown stuff", "unknown-format")]
    public async Task Preview_of_a_file_that_cannot_be_imported_offers_no_commit(string content, string says)
    {
        using var response = await PostAsync(("x.bin", content), null);
        var html = await response.Content.ReadAsStringAsync();

        html.ShouldContain(says);
        html.ShouldNotContain("name=\"ticket\"");
    }

    [Fact]
    public async Task Commit_writes_the_ticket_and_shows_the_receipt()
    {
        using var form = new FormUrlEncodedContent([new("ticket", "t-1"), new("ticket", "t-2"), new("__RequestVerificationToken", await TokenAsync())]);
        using var response = await web.Client.PostAsync("/import/commit", form);

        (await response.Content.ReadAsStringAsync()).ShouldContain("1,190 samples");
        web.Desk.Committed.ShouldContain("t-1");
        web.Desk.Committed.ShouldContain("t-2");
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused_and_writes_nothing()
    {
        using var form = new FormUrlEncodedContent([new("ticket", "stolen")]);
        using var response = await web.Client.PostAsync("/import/commit", form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("came from elsewhere");
        web.Desk.Committed.ShouldNotContain("stolen");
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused_in_words()
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync()), "__RequestVerificationToken" } };
        using var response = await web.Client.PostAsync("/import/preview", form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("at least one file");
    }

    [Fact]
    public async Task A_form_above_the_limit_is_refused_by_its_announced_size_with_the_limit_named()
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, web.Client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        var head = $"POST /import/preview HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {ImportLimits.MaxBytes * 4}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20));

        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("ImportLimits.MaxBytes");
    }

    private async Task<HttpResponseMessage> PostAsync((string Name, string Content) file, string? thing)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync()), "__RequestVerificationToken" } };
        var part = new StringContent(file.Content);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(part, "files", file.Name);
        form.Add(new StringContent(thing ?? ""), "thingId");
        return await web.Client.PostAsync("/import/preview", form);
    }

    private async Task<string> TokenAsync() => Token().Match(await web.PageAsync("/import")).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
