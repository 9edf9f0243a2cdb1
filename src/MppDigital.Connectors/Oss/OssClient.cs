using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Handoffs;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Oss;

/// <summary>OSS: which businesses a person acts for, and applications that it decides. It alone issues a NIB.</summary>
public sealed class OssClient : IOutsideDesk, IConnector
{
    internal const string Name = "Oss";

    private const int LongestReference = 60;

    private readonly RegisterLine line;

    internal OssClient(RegisterLine line) => this.line = line;

    public string Code => "oss";

    public string Connector => Name;

    public bool TakesWithdrawals => false;

    /// <param name="nik">16 digits, already validated. Not found: acts for no business.</param>
    public Task<Lookup<IReadOnlyList<Business>>> GetBusinessesAsync(string nik, CancellationToken ct) =>
        line.AskAsync<OssPersonQuestion, OssBusinesses, IReadOnlyList<Business>>(OssPaths.OfPerson, new OssPersonQuestion(nik), (answer, at) => Read(answer, b => b.Representative == nik, at), ct);

    /// <param name="nib">13 digits, already validated.</param>
    public async Task<Lookup<Business>> FindAsync(string nib, CancellationToken ct) =>
        await line.AskAsync<OssNumberQuestion, OssBusinesses, IReadOnlyList<Business>>(OssPaths.OfNumber, new OssNumberQuestion(nib), (answer, at) => Read(answer, b => b.Nib == nib, at), ct) switch
        {
            Lookup<IReadOnlyList<Business>>.Found { Data: [var only], AsOf: var at } => new Lookup<Business>.Found(only, at),
            Lookup<IReadOnlyList<Business>>.NotFound none => new Lookup<Business>.NotFound(none.AsOf),
            Lookup<IReadOnlyList<Business>>.Unavailable outage => new Lookup<Business>.Unavailable(outage.Reason),
            _ => new Lookup<Business>.Unavailable(Outage.Unreadable),
        };

    public Task<Lookup<OutsideNews>> HandOverAsync(Handover file, CancellationToken ct) =>
        line.MakeOnceAsync<OssHandover, OssFile, OutsideNews>(
            OssPaths.HandOver, file.Application, new OssHandover(file.Application, file.Service, file.Nik, file.Answers, file.Callback.AbsoluteUri), (told, at) => Read(told, file.Application, null, at), ct);

    public Task<Lookup<OutsideNews>> AskAsync(string application, string reference, CancellationToken ct) =>
        line.AskAsync<OssStatusQuestion, OssFile, OutsideNews>(OssPaths.Status, new OssStatusQuestion(application, reference), (told, at) => Read(told, application, reference, at), ct);

    public ValueTask<string?> SigningSecretAsync(CancellationToken ct) => line.SecretAsync(ct);

    Task<ConnectorLook> IConnector.LookAsync(CancellationToken ct) => line.LookAsync(ct);

    /// <summary>Asks for a number that OSS gave to nobody.</summary>
    async Task<Outage?> IConnector.TryAsync(RegencyCode regency, CancellationToken ct) => (await FindAsync("0000000000000", ct) as Lookup<Business>.Unavailable)?.Reason;

    /// <summary>A file of another application, or under another reference, must not move this one.</summary>
    private static Lookup<OutsideNews> Read(OssFile told, string application, string? reference, DateTime at)
    {
        if (told is { Status: OssWords.Unknown } && told.Application == application) return new Lookup<OutsideNews>.NotFound(at);
        return told is { Reference: { Length: > 0 and <= LongestReference } given, At: { } since } && told.Application == application && (reference is null || reference == given)
            && OutsideWords.StatusOf(told.Status) is { } status && (told.Nib is null || BusinessId.IsSound(told.Nib))
                ? new Lookup<OutsideNews>.Found(new OutsideNews(application, given, status, since, told.Nib), at)
                : new Lookup<OutsideNews>.Unavailable(Outage.Unreadable);
    }

    private static Lookup<IReadOnlyList<Business>> Read(OssBusinesses answer, Func<Business, bool> isAsked, DateTime at)
    {
        if (answer.Items is not { } items) return new Lookup<IReadOnlyList<Business>>.Unavailable(Outage.Unreadable);
        if (items.Length == 0) return new Lookup<IReadOnlyList<Business>>.NotFound(at);
        List<Business> read = [.. items.Select(BusinessOf).OfType<Business>()];
        return read.Count == items.Length && read.TrueForAll(b => isAsked(b))
            ? new Lookup<IReadOnlyList<Business>>.Found(read, at)
            : new Lookup<IReadOnlyList<Business>>.Unavailable(Outage.Unreadable);
    }

    private static Business? BusinessOf(OssBusinessRecord record)
    {
        if (record is not { Nib: { } nib, Representative.Length: 16, Name.Length: > 0 and <= 150, Status.Length: > 0, Activities: { } records } || !BusinessId.IsSound(nib)) return null;
        if (record.TaxNumber is { } tax && TaxNumber.Normalise(tax) is null) return null;
        List<BusinessActivity> activities = [.. records.Select(ActivityOf).OfType<BusinessActivity>()];
        return activities.Count == records.Length
            ? new Business(nib, record.Representative, record.Name, record.TaxNumber is null ? null : TaxNumber.Normalise(record.TaxNumber), record.Status == OssWords.Active, activities)
            : null;
    }

    private static BusinessActivity? ActivityOf(OssActivityRecord record) =>
        record is { Kbli: { Length: 5 } kbli, Risk: { } risk, LicenceActive: { } active } && kbli.All(char.IsAsciiDigit) && OssWords.Risks.TryGetValue(risk, out var level)
            ? new BusinessActivity(kbli, level, active)
            : null;
}
