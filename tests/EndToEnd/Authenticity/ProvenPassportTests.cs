using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Trust;
using Voltloop.Record.Signing;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tests.EndToEnd.Pages;

namespace Voltloop.Tests.EndToEnd.Authenticity;

/// <summary>From the API to a file, and from the file to a verdict without the API.</summary>
[Trait("Requirement", "18246-1")]
public sealed class ProvenPassportTests(RunningHouse house)
{
    private const int Sample = 400;
    private static readonly string[] Formats = ["vc-jwt", "data-integrity", "sd-jwt"];

    public static TheoryData<string, string> Cells => new(
        from format in Formats from audience in (string[])["public", "legitimate-interest", "authority", "operator"] select (format, audience));

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Every_form_for_every_audience_verifies_offline(string format, string audience)
    {
        var report = Verify(await ProofAsync(format, audience));
        report.Holds.ShouldBeTrue(report.ToString());
        report.Lines.Count(line => line.Outcome == VerificationOutcome.Proven).ShouldBeGreaterThanOrEqualTo(6, report.ToString());
    }

    [Theory]
    [InlineData("vc-jwt")]
    [InlineData("data-integrity")]
    [InlineData("sd-jwt")]
    public async Task A_flipped_bit_anywhere_is_found(string format)
    {
        var file = await ProofAsync(format, "public");
        var chance = new Random(18246);
        var accepted = new List<string>();
        for (var i = 0; i < Sample; i++)
        {
            var (at, bit) = (chance.Next(file.Length), 1 << chance.Next(8));
            file[at] ^= (byte)bit;
            if (Verify(file).Holds)
            {
                accepted.Add($"byte {at}, bit {bit}");
            }

            file[at] ^= (byte)bit;
        }

        accepted.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "LAW-02")]
    public async Task An_audience_sees_its_points_only_and_the_signature_is_over_the_same_claims()
    {
        var shown = TermsOf(Encoding.UTF8.GetString(await ProofAsync("sd-jwt", "public")));
        var all = TermsOf(Encoding.UTF8.GetString(await ProofAsync("sd-jwt", "operator")));
        shown.Count.ShouldBeLessThan(all.Count);
        var passport = await house.Client.JsonAsync($"/api/v1/passports/{Uri.EscapeDataString(HousePages.Cell)}?audience=public");
        var open = passport.GetProperty("sections").EnumerateArray()
            .SelectMany(section => section.GetProperty("values").EnumerateArray()).Select(value => value.Text("term"));
        shown.ShouldBe(open, ignoreOrder: true);
    }

    [Fact]
    [Trait("Requirement", "18246-2")]
    public async Task Another_node_is_not_believed()
    {
        var file = await ProofAsync("vc-jwt", "public");
        using var other = new CommandLine.Voltloop();
        var saved = other.File("passport.jwt", Encoding.UTF8.GetString(file));
        (await other.RunAsync("verify", saved, "--trust", other.File("trust.json", "{\"issuers\":[]}"))).ExitCode.ShouldBe(1);
        var trust = TrustListJson.Write(Log.Keys.AsTrustList("The house")).ToJsonString();
        var proven = await other.RunAsync("verify", saved, "--trust", other.File("trust2.json", trust));
        proven.ExitCode.ShouldBe(0, proven.Output);
        proven.Output.ShouldContain("proven: Each value shown is the one that was recorded");
    }

    [Fact]
    public async Task The_page_verifies_an_uploaded_file_without_scripts()
    {
        var form = await house.Client.GetStringAsync("/verify");
        var token = System.Text.RegularExpressions.Regex.Match(form, "__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        var file = await ProofAsync("sd-jwt", "public");
        (await UploadAsync(file, token)).ShouldContain("What it claims is proven");
        file[500] ^= 1;
        (await UploadAsync(file, token)).ShouldContain("Refuted");
    }

    [Fact]
    public async Task The_identity_of_the_node_is_served()
    {
        var document = await house.Client.JsonAsync("/.well-known/did.json");
        document.Text("id").ShouldBe(Log.Keys.Document.Id);
        document.GetProperty("verificationMethod").GetArrayLength().ShouldBe(1);
    }

    private IRecordLog Log => house.Services.GetRequiredService<IRecordLog>();

    private VerificationReport Verify(byte[] file) =>
        SavedArtefact.Verify(file, new VerificationContext(Log.Keys.AsTrustList("The house"), TimeProvider.System.GetUtcNow()));

    private Task<byte[]> ProofAsync(string format, string audience) =>
        house.Client.GetByteArrayAsync($"/api/v1/passports/{Uri.EscapeDataString(HousePages.Cell)}/proof?format={format}&audience={audience}");

    private static List<string> TermsOf(string token) =>
        [.. token.Split('~')[1..^1].Select(text => JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(text)).RootElement[1].GetString()!)];

    private async Task<string> UploadAsync(byte[] file, string token)
    {
        using var content = new MultipartFormDataContent();
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "file", "passport.txt");
        content.Add(new StringContent(token), "__RequestVerificationToken");
        using var answer = await house.Client.PostAsync("/verify", content);
        return await answer.Content.ReadAsStringAsync();
    }
}
