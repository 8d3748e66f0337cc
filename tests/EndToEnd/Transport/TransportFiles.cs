using Voltloop.App.Hosting;

namespace Voltloop.Tests.EndToEnd.Transport;

/// <summary>Files of a certificate.</summary>
internal sealed record TransportFiles(string Certificate, string? Key, string? PasswordFile)
{
    public TransportSettings Settings => new() { Certificate = Certificate, Key = Key, PasswordFile = PasswordFile };
}
