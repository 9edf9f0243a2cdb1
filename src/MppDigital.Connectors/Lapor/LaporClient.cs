using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Lapor;

/// <summary>SP4N-LAPOR!, the national complaint channel: takes complaints and tells what became of them.</summary>
public sealed class LaporClient : IConnector
{
    internal const string Name = "Lapor";

    private const int LongestReference = 60;
    private const int MostGiven = 200;

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

    /// <summary>What waits for this regency. The same may come again until it was taken, and after.</summary>
    public Task<Lookup<IReadOnlyList<GivenComplaint>>> GivenAsync(RegencyCode regency, CancellationToken ct) =>
        line.AskAsync<LaporGivenQuestion, LaporGiven, IReadOnlyList<GivenComplaint>>(
            LaporPaths.Given, new LaporGivenQuestion(regency.Value),
            // What is unreadable by itself must not hold up the others; it is given again until somebody there mends it.
            (told, at) => told is { Items: { } items } && told.Regency == regency.Value ? new Lookup<IReadOnlyList<GivenComplaint>>.Found([.. items.Take(MostGiven).Select(ReadGiven).OfType<GivenComplaint>()], at) : new Lookup<IReadOnlyList<GivenComplaint>>.Unavailable(Outage.Unreadable),
            ct);

    /// <summary>Tells under which number it goes on here, once.</summary>
    public Task<Lookup<ComplaintState>> TakeAsync(string reference, string number, CancellationToken ct) =>
        line.MakeOnceAsync<LaporTaken, LaporAnswer, ComplaintState>(LaporPaths.Taken, $"taken-{reference}", new LaporTaken(reference, number), Echo(reference), ct);

    /// <summary>Sends an answer back, once: <paramref name="sequence"/> tells a second answer from a repeated one.</summary>
    public Task<Lookup<ComplaintState>> AnswerAsync(string reference, string number, int sequence, string text, DateTimeOffset at, CancellationToken ct) =>
        line.MakeOnceAsync<LaporReply, LaporAnswer, ComplaintState>(LaporPaths.Answers, $"answer-{reference}-{sequence}", new LaporReply(reference, number, text, at), Echo(reference), ct);

    Task<ConnectorLook> IConnector.LookAsync(CancellationToken ct) => line.LookAsync(ct);

    async Task<Outage?> IConnector.TryAsync(RegencyCode regency, CancellationToken ct) => (await AskAsync("0", ct) as Lookup<ComplaintState>.Unavailable)?.Reason;

    private static Func<LaporAnswer, DateTime, Lookup<ComplaintState>> Echo(string reference) => (told, at) => told.Reference == reference ? Read(told, at) : new Lookup<ComplaintState>.Unavailable(Outage.Unreadable);

    private static GivenComplaint? ReadGiven(LaporDisposition? given) =>
        given is { Reference: { Length: > 0 and <= LongestReference } reference, Class: { } word, Title: { } title, Text: { } text, At: { } at } && LaporWords.Classes.FirstOrDefault(c => c.Value == word) is { Value: not null, Key: var kind }
            ? new GivenComplaint(reference, kind, given.Agency ?? "", title, text, at)
            : null;

    private static Lookup<ComplaintState> Read(LaporAnswer told, DateTime at)
    {
        if (told.Status == LaporWords.Unknown) return new Lookup<ComplaintState>.NotFound(at);
        return told is { Reference: { Length: > 0 and <= LongestReference } reference, At: { } since, Status: { } word } && LaporWords.Statuses.TryGetValue(word, out var status)
            ? new Lookup<ComplaintState>.Found(new ComplaintState(reference, status, since), at)
            : new Lookup<ComplaintState>.Unavailable(Outage.Unreadable);
    }
}
