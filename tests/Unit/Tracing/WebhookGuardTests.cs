using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Voltloop.Record.Events;
using Voltloop.Tracing.SubscribeToEvents;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>Whoever subscribes must not send this node to where only it can go.</summary>
public sealed class WebhookGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1/hook")]
    [InlineData("http://2130706433/hook")]
    [InlineData("http://localhost:8080/hook")]
    [InlineData("http://[::1]/hook")]
    [InlineData("http://[::ffff:127.0.0.1]/hook")]
    [InlineData("http://10.1.2.3/hook")]
    [InlineData("https://192.168.1.1/hook")]
    [InlineData("https://[fd00::1]/hook")]
    public void A_receiver_inside_is_closed_until_the_settings_open_it(string dest)
    {
        new WebhookOptions().IsClosed(new Uri(dest)).ShouldBeTrue();
        new WebhookOptions { AllowPrivate = true }.IsClosed(new Uri(dest)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://0.0.0.0/hook")]
    [InlineData("http://224.0.0.1/hook")]
    [InlineData("http://[fe80::1]/hook")]
    public void No_setting_opens_addresses_that_lead_to_no_receiver(string dest) =>
        new WebhookOptions { AllowPrivate = true }.IsClosed(new Uri(dest)).ShouldBeTrue();

    [Theory]
    [InlineData("https://8.8.8.8/hook")]
    [InlineData("https://receiver.example/hook")]
    public void A_public_receiver_is_open(string dest) => new WebhookOptions().IsClosed(new Uri(dest)).ShouldBeFalse();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_name_that_leads_inside_is_not_connected_to_unless_the_settings_open_it(bool isOpen)
    {
        using var receiver = new TcpListener(IPAddress.Loopback, 0);
        receiver.Start();
        using var client = new WebhookClient(Options.Create(new WebhookOptions { AllowPrivate = isOpen }));
        var subscription = new StoredSubscription("s", "q", "o", "{}", DateTimeOffset.UnixEpoch);
        var dest = $"http://localhost:{((IPEndPoint)receiver.LocalEndpoint).Port}/hook";
        var sending = client.SendAsync((subscription, new SubscriptionRequest(dest)), [], DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        if (isOpen)
        {
            using (await receiver.AcceptTcpClientAsync(TestContext.Current.CancellationToken)) receiver.Stop();
            await Should.ThrowAsync<HttpRequestException>(sending);
            return;
        }

        (await Should.ThrowAsync<HttpRequestException>(sending)).ToString().ShouldContain("no public address");
        receiver.Pending().ShouldBeFalse();
    }
}
