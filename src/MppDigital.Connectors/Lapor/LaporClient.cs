using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Lapor;

/// <summary>SP4N-LAPOR!, the national complaint channel: takes complaints and tells what became of them.</summary>
public sealed class LaporClient : IConnector
{
    internal const string Name = "Lapor";

    private const int LongestReference = 60;

    private readonly RegisterLine line;

    internal LaporClient(RegisterLine line) => this.line = line;

    string IConnector.Connector => Name;

    public Task<Lookup<ComplaintState>> ForwardAsync(ForwardedComplaint complaint, CancellationToken ct) =>
        line.MakeOnceAsync<LaporComplaint, LaporAnswer, ComplaintState>(
            LaporPaths.Complaints,
            complaint.Number,
            new LaporComplaint(complaint.Number, LaporWords.Classes[complaint.Class], complaint.Regency, complaint.Agency, complaint.Title, complaint.Text, complaint.Anonymous, complaint.At),
            (told, at) => told.Number == complaint.Number ? Read(told, at) : new Lookup<ComplaintState>.Unavailable(Outage.Unreadable),
            ct);

    /// <summary>Not found where the channel has no such number.</summary>
    public Task<Lookup<ComplaintState>> AskAsync(string reference, CancellationToken ct) =>
        line.AskAsync<LaporStatusQuestion, LaporAnswer, ComplaintState>(
            LaporPaths.Status, new LaporStatusQuestion(reference), (told, at) => told.Reference == reference ? Read(told, at) : new Lookup<ComplaintState>.Unavailable(Outage.Unreadable), ct);

    Task<ConnectorLook> IConnector.LookAsync(CancellationToken ct) => line.LookAsync(ct);

    async Task<Outage?> IConnector.TryAsync(RegencyCode regency, CancellationToken ct) => (await AskAsync("0", ct) as Lookup<ComplaintState>.Unavailable)?.Reason;

    private static Lookup<ComplaintState> Read(LaporAnswer told, DateTime at)
    {
        if (told.Status == LaporWords.Unknown) return new Lookup<ComplaintState>.NotFound(at);
        return told is { Reference: { Length: > 0 and <= LongestReference } reference, At: { } since, Status: { } word } && LaporWords.Statuses.TryGetValue(word, out var status)
            ? new Lookup<ComplaintState>.Found(new ComplaintState(reference, status, since), at)
            : new Lookup<ComplaintState>.Unavailable(Outage.Unreadable);
    }
}
