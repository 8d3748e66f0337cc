using Voltloop.Tracing.CaptureEvents;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>What delivering needs beside the events.</summary>
/// <param name="Webhooks">Sends.</param>
/// <param name="Signal">Says when something came.</param>
/// <param name="Clock">Clock.</param>
internal sealed record DeliveryTools(WebhookClient Webhooks, EventSignal Signal, TimeProvider Clock);
