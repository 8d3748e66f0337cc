using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Voltloop.App.Hosting;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.EndToEnd.Transport;

[Trait("Requirement", "18216-1")]
public sealed class TransportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-tls-");
    private readonly TestCertificate _certificate = new();

    private TransportSettings Settings => _certificate.Write(_folder.FullName, "pem").Settings;

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("pem")]
    [InlineData("separate")]
    [InlineData("encrypted")]
    [InlineData("pfx")]
    public async Task Each_form_of_certificate_is_served_over_HTTP_2(string form)
    {
        await using var house = await SecureHouse.OpenAsync(_folder.FullName, _certificate.Write(_folder.FullName, form).Settings);
        using var answer = await house.GetAsync(HttpVersion.Version20, _certificate);
        (answer.StatusCode, answer.Version).ShouldBe((HttpStatusCode.OK, HttpVersion.Version20));
    }

    [Fact]
    public async Task Both_sides_agree_on_the_newest_TLS_and_on_HTTP_2()
    {
        await using var house = await SecureHouse.OpenAsync(_folder.FullName, Settings);
        (await house.HandshakeAsync(SslProtocols.None, _certificate, SslApplicationProtocol.Http11, SslApplicationProtocol.Http2)).ShouldBe((SslProtocols.Tls13, SslApplicationProtocol.Http2));
        (await house.HandshakeAsync(SslProtocols.Tls12, _certificate, SslApplicationProtocol.Http2)).ShouldBe((SslProtocols.Tls12, SslApplicationProtocol.Http2));
        (await house.HandshakeAsync(SslProtocols.None, _certificate, SslApplicationProtocol.Http11)).Alpn.ShouldBe(SslApplicationProtocol.Http11);
    }

    [Fact]
    public async Task Older_versions_of_TLS_are_refused()
    {
        await using var house = await SecureHouse.OpenAsync(_folder.FullName, Settings);
#pragma warning disable CA5397, CS0618, SYSLIB0039 // The test tries what must fail.
        await Should.ThrowAsync<Exception>(() => house.HandshakeAsync(SslProtocols.Tls11, _certificate, SslApplicationProtocol.Http2));
#pragma warning restore CA5397, CS0618, SYSLIB0039
        await using var strict = await SecureHouse.OpenAsync(Path.Combine(_folder.FullName, "strict"), Settings with { Tls = "1.3" });
        await Should.ThrowAsync<AuthenticationException>(() => strict.HandshakeAsync(SslProtocols.Tls12, _certificate, SslApplicationProtocol.Http2));
        (await strict.HandshakeAsync(SslProtocols.Tls13, _certificate, SslApplicationProtocol.Http2)).Tls.ShouldBe(SslProtocols.Tls13);
    }

    [Fact]
    public async Task HTTP_1_is_answered_or_refused_by_name_as_the_setting_says()
    {
        await using (var house = await SecureHouse.OpenAsync(_folder.FullName, Settings))
        {
            using var answer = await house.GetAsync(HttpVersion.Version11, _certificate);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using var strict = await SecureHouse.OpenAsync(_folder.FullName, Settings with { RequireHttp2 = true });
        using var refused = await strict.GetAsync(HttpVersion.Version11, _certificate);
        refused.StatusCode.ShouldBe(HttpStatusCode.HttpVersionNotSupported);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("http-version-refused");
        using var taken = await strict.GetAsync(HttpVersion.Version20, _certificate);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Browsers_are_told_to_keep_to_https_except_on_this_machine()
    {
        await using var house = await SecureHouse.OpenAsync(_folder.FullName, Settings);
        using var named = await house.GetAsync(HttpVersion.Version20, _certificate, "passports.example");
        named.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem().ShouldBe("max-age=31536000");
        using var local = await house.GetAsync(HttpVersion.Version20, _certificate, "localhost");
        local.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task A_renewed_certificate_is_shown_without_a_restart_and_a_broken_one_is_not_taken()
    {
        await using var house = await SecureHouse.OpenAsync(_folder.FullName, Settings);
        using var renewed = new TestCertificate();
        var file = renewed.Write(_folder.FullName, "pem").Certificate;
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(2));
        (await house.GetAsync(HttpVersion.Version20, renewed)).Dispose();
        await Should.ThrowAsync<HttpRequestException>(() => house.GetAsync(HttpVersion.Version20, _certificate));
        await File.WriteAllTextAsync(file, "-----BEGIN CERTIFICATE-----\nhalf");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(4));
        (await house.GetAsync(HttpVersion.Version20, renewed)).Dispose();
    }

    [Fact]
    public async Task HTTP_3_is_offered_only_where_the_machine_can()
    {
        await using var house = await SecureHouse.OpenAsync(_folder.FullName, Settings);
        using var answer = await house.GetAsync(HttpVersion.Version20, _certificate);
        var offer = answer.Headers.TryGetValues("Alt-Svc", out var values) ? string.Join(',', values) : "";
        offer.Contains("h3", StringComparison.Ordinal).ShouldBe(System.Net.Quic.QuicListener.IsSupported);
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_is_named()
    {
        using var old = new TestCertificate(days: -1);
        Refused(old.Write(_folder.FullName, "pem").Settings).ShouldContain("valid from");
        Refused(_certificate.Write(_folder.FullName, "pfx").Settings with { PasswordFile = null }).ShouldContain("tls.pfx");
        Refused(new TransportSettings { Certificate = Path.Combine(_folder.FullName, "none.pem") }).ShouldContain("none.pem");
        File.WriteAllText(Path.Combine(_folder.FullName, "text.pem"), "no certificate");
        Refused(new TransportSettings { Certificate = Path.Combine(_folder.FullName, "text.pem") }).ShouldContain("text.pem");
        Refused(new TransportSettings()).ShouldContain("needs a certificate");
        Refused(_certificate.Write(_folder.FullName, "pem").Settings with { Tls = "1.0" }).ShouldContain("1.0");
    }

    [Fact]
    public async Task The_verb_names_what_is_missing()
    {
        using var voltloop = new CommandLine.Voltloop();
        var refused = await voltloop.RunAsync("serve", "--empty", "--urls", "https://127.0.0.1:0");
        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain("--certificate");
    }

    private string Refused(TransportSettings settings) =>
        Should.Throw<ProblemException>(() => SecureHouse.OpenAsync(Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N")), settings).GetAwaiter().GetResult()).Problem.Detail;
}
