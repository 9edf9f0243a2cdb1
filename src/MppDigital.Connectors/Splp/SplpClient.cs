using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Handoffs;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Splp;

/// <summary>The service bus, over which a regency that keeps its own application is told of files and tells where they stand.</summary>
public sealed class SplpClient : IOutsideDesk, IConnector
{
    internal const string Name = "Splp";

    private const int LongestReference = 60;

    private readonly RegisterLine line;

    internal SplpClient(RegisterLine line) => this.line = line;

    public string Code => "splp";

    public string Connector => Name;

    public bool TakesWithdrawals => true;

    /// <summary>Number, service and state: the regency's application fetches the file itself, with its own right to it.</summary>
    public Task<Lookup<OutsideNews>> HandOverAsync(Handover file, CancellationToken ct)
    {
        var status = file.Withdrawn ? SplpWords.Withdrawn : SplpWords.Submitted;
        return line.MakeOnceAsync<SplpNotice, SplpFile, OutsideNews>(
            SplpPaths.Notices, $"{file.Application}-{status}", new SplpNotice(file.Application, file.Service, status, file.At), (told, at) => Read(told, file.Application, null, at), ct);
    }

    public Task<Lookup<OutsideNews>> AskAsync(string application, string reference, CancellationToken ct) =>
        line.AskAsync<SplpStatusQuestion, SplpFile, OutsideNews>(SplpPaths.Status, new SplpStatusQuestion(application), (told, at) => Read(told, application, reference, at), ct);

    public ValueTask<string?> SigningSecretAsync(CancellationToken ct) => line.SecretAsync(ct);

    Task<ConnectorLook> IConnector.LookAsync(CancellationToken ct) => line.LookAsync(ct);

    async Task<Outage?> IConnector.TryAsync(RegencyCode regency, CancellationToken ct) => (await AskAsync("0", "0", ct) as Lookup<OutsideNews>.Unavailable)?.Reason;

    private static Lookup<OutsideNews> Read(SplpFile told, string application, string? reference, DateTime at)
    {
        if (told.Application != application) return new Lookup<OutsideNews>.Unavailable(Outage.Unreadable);
        if (told.Status == SplpWords.Unknown) return new Lookup<OutsideNews>.NotFound(at);
        return told is { Reference: { Length: > 0 and <= LongestReference } given, At: { } since } && (reference is null || reference == given) && OutsideWords.StatusOf(told.Status) is { } status
            ? new Lookup<OutsideNews>.Found(new OutsideNews(application, given, status, since, null), at)
            : new Lookup<OutsideNews>.Unavailable(Outage.Unreadable);
    }
}
