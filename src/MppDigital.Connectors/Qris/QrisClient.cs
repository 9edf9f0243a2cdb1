using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using MppDigital.Connectors.Calls;

namespace MppDigital.Connectors.Qris;

/// <summary>The payment provider: makes codes, tells what became of them, gives money back. Every call names our reference, so that repeating it changes nothing.</summary>
public sealed class QrisClient
{
    public const string Name = "Qris";

    private readonly RegisterLine line;
    private readonly RegisterLine page;
    private readonly TimeProvider clock;

    /// <param name="page">For what a payer waits for; who gives money back must hear how it ended.</param>
    internal QrisClient(RegisterLine line, RegisterLine page, TimeProvider clock) => (this.line, this.page, this.clock) = (line, page, clock);

    /// <param name="callback">Where the provider tells what happened.</param>
    public Task<Lookup<QrisCode>> CreateAsync(QrisMerchant merchant, string reference, long amountIdr, DateTimeOffset expiresAt, Uri callback, CancellationToken ct) =>
        SendAsync<QrisCreate, QrisBill, QrisCode>(
            page, QrisPaths.Create, merchant, new QrisCreate(merchant.Id, reference, amountIdr, QrisReport.Rupiah, expiresAt, callback.AbsoluteUri), (bill, at) => CodeOf(bill, merchant, reference, amountIdr) is { } code ? new Lookup<QrisCode>.Found(code, at) : new Lookup<QrisCode>.Unavailable(Outage.Unreadable), ct);

    /// <summary>Not found where the provider has never seen the reference.</summary>
    public Task<Lookup<QrisReport>> StatusAsync(QrisMerchant merchant, string reference, CancellationToken ct) => AskAsync(page, merchant, reference, ct);

    /// <summary>The same question with all the time that a call may take, for whoever wants to know whether the connection works.</summary>
    /// <returns>Null when it was answered.</returns>
    public async Task<Outage?> TryAsync(QrisMerchant merchant, string reference, CancellationToken ct) => (await AskAsync(line, merchant, reference, ct) as Lookup<QrisReport>.Unavailable)?.Reason;

    public Task<Lookup<QrisReport>> RefundAsync(QrisMerchant merchant, string reference, long amountIdr, CancellationToken ct) =>
        SendAsync<QrisGiveBack, QrisBill, QrisReport>(line, QrisPaths.Refund, merchant, new QrisGiveBack(merchant.Id, reference, amountIdr), (bill, at) => Answer(bill, reference, at), ct);

    /// <summary>Everything that was paid or given back on these days, by the provider's books.</summary>
    public Task<Lookup<IReadOnlyList<QrisReport>>> StatementAsync(QrisMerchant merchant, DateOnly from, DateOnly to, CancellationToken ct) =>
        SendAsync<QrisStatementAsk, QrisStatementPage, IReadOnlyList<QrisReport>>(
            line, QrisPaths.Statement, merchant, new QrisStatementAsk(merchant.Id, from, to),
            (page, at) => page.Items is { } items && items.Select(ReportOf).ToList() is var read && read.TrueForAll(r => r is not null)
                ? new Lookup<IReadOnlyList<QrisReport>>.Found([.. read.OfType<QrisReport>()], at)
                : new Lookup<IReadOnlyList<QrisReport>>.Unavailable(Outage.Unreadable),
            ct);

    /// <summary>How things stand, without calling anybody.</summary>
    public Task<ConnectorLook> LookAsync(CancellationToken ct) => line.LookAsync(ct);

    private Task<Lookup<QrisReport>> AskAsync(RegisterLine over, QrisMerchant merchant, string reference, CancellationToken ct) =>
        SendAsync<QrisAsk, QrisBill, QrisReport>(over, QrisPaths.Status, merchant, new QrisAsk(merchant.Id, reference), (bill, at) => Answer(bill, reference, at), ct);

    private Task<Lookup<T>> SendAsync<TQuestion, TAnswer, T>(RegisterLine over, string path, QrisMerchant merchant, TQuestion question, Func<TAnswer, DateTime, Lookup<T>> read, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(question, JsonSerializerOptions.Web);
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        content.Headers.Add(QrisSignature.Header, QrisSignature.Of(merchant.Secret, body, clock.GetUtcNow()));
        return over.AskSignedAsync(path, content, read, ct);
    }

    private static Lookup<QrisReport> Answer(QrisBill bill, string reference, DateTime at) =>
        bill.Status == "unknown" ? new Lookup<QrisReport>.NotFound(at)
        : ReportOf(bill) is { } report && report.Reference == reference ? new Lookup<QrisReport>.Found(report, at)
        : new Lookup<QrisReport>.Unavailable(Outage.Unreadable);

    private static QrisReport? ReportOf(QrisBill bill) =>
        bill is { Reference.Length: > 0, ProviderReference.Length: > 0 and <= 60, Amount: > 0, At: { } at } && QrisCallback.StatusOf(bill.Status) is { } status
            ? new QrisReport(bill.Reference, bill.ProviderReference, status, bill.Amount.Value, at) { Currency = bill.Currency ?? QrisReport.Rupiah }
            : null;

    /// <summary>A code for another merchant, amount or bill must never reach a payer: it counts as no answer.</summary>
    private static QrisCode? CodeOf(QrisBill bill, QrisMerchant merchant, string reference, long amountIdr) =>
        bill is { ProviderReference.Length: > 0 and <= 60, Payload: { Length: <= 512 } payload, ExpiresAt: { } until } && bill.Reference == reference && bill.Amount == amountIdr
        && QrisPayload.Read(payload, out _) is { IsQris: true, IsDynamic: true } code && code.Nmid == merchant.Nmid && code.BillNumber == reference
        && decimal.TryParse(code.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount == amountIdr
            ? new QrisCode(bill.ProviderReference, payload, until.UtcDateTime)
            : null;
}
