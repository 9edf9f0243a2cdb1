using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MppDigital.Connectors.Simulation;

namespace MppDigital.Connectors.Qris.Simulator;

/// <summary>
/// A payment provider on a loopback port that moves no money. <c>POST /simulator/pay</c> with <c>{"reference": "…"}</c> stands for a payer who
/// scanned the code; the provider then calls back, in the way that the switched fault says.
/// </summary>
public sealed class QrisSimulator : ISimulator
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, SimulatedBill> bills = new();
    private readonly DemoMerchants merchants;
    private readonly TimeProvider clock;
    private readonly SimulatedCallbacks callbacks = new();
    private SimulatorApp app = null!;

    private QrisSimulator(DemoMerchants merchants, TimeProvider clock) => (this.merchants, this.clock) = (merchants, clock);

    public Uri Address => app.Address;

    private DateTimeOffset Now => clock.GetUtcNow() + (app.Fault == SimulatorFault.ClockSkew ? Skew : TimeSpan.Zero);

    /// <param name="port">0 takes a free one.</param>
    public static async Task<QrisSimulator> StartAsync(int port, DemoMerchants merchants, TimeProvider clock, CancellationToken ct)
    {
        var simulator = new QrisSimulator(merchants, clock);
        simulator.app = await SimulatorApp.StartAsync(
            port,
            (_, routes) =>
            {
                routes.MapPost("/" + QrisPaths.Create, http => simulator.AnswerAsync<QrisCreate>(http, q => q.Merchant, simulator.Create));
                routes.MapPost("/" + QrisPaths.Status, http => simulator.AnswerAsync<QrisAsk>(http, q => q.Merchant, q => simulator.Tell(q.Reference)));
                routes.MapPost("/" + QrisPaths.Refund, http => simulator.AnswerAsync<QrisGiveBack>(http, q => q.Merchant, simulator.Refund));
                routes.MapPost("/" + QrisPaths.Statement, http => simulator.AnswerAsync<QrisStatementAsk>(http, q => q.Merchant, simulator.Statement));
                routes.MapPost("/simulator/pay", simulator.PayAsync);
            },
            ct);
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        callbacks.Dispose();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync<T>(HttpContext http, Func<T, string> merchant, Func<T, object> answer) where T : class
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var question = JsonSerializer.Deserialize<T>(body.ToArray(), JsonSerializerOptions.Web)!;
        // Whoever cannot sign for the merchant makes no code in its name.
        if (!QrisSignature.Fits(merchants.Find(merchant(question)).Secret, body.ToArray(), http.Request.Headers[QrisSignature.Header], clock.GetUtcNow()))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await http.Response.WriteAsJsonAsync(answer(question), http.RequestAborted);
    }

    private QrisBill Create(QrisCreate asked)
    {
        var bill = bills.GetOrAdd(asked.Reference, _ => new SimulatedBill(asked, $"SIM-{Guid.NewGuid():N}", Now));
        return View(bill) with { Payload = EmvWriter.Dynamic(merchants.Find(asked.Merchant), "CONTOH MPP", "CONTOH", asked.Reference, View(bill).Amount!.Value), ExpiresAt = asked.ExpiresAt };
    }

    private QrisBill Tell(string reference) => bills.TryGetValue(reference, out var bill) ? View(bill) : new QrisBill(reference, null, "unknown", null, null, null, null, null);

    private QrisBill Refund(QrisGiveBack asked)
    {
        if (!bills.TryGetValue(asked.Reference, out var bill) || bill.Status is not ("paid" or "refunded")) return Tell(asked.Reference);
        bill.GiveBack(asked.Amount, Now);
        return View(bill) with { Amount = asked.Amount };
    }

    private QrisStatementPage Statement(QrisStatementAsk asked) => new([.. bills.Values
        .Where(b => b.Asked.Merchant == asked.Merchant && b.PaidAt is { } paid && DateOnly.FromDateTime(paid.UtcDateTime) is var day && day >= asked.From && day <= asked.To)
        .Select(b => View(b) with { Status = "paid", At = b.PaidAt })]);

    private QrisBill View(SimulatedBill bill) => new(
        bill.Asked.Reference, bill.ProviderReference, bill.StatusAt(Now), app.Fault == SimulatorFault.WrongData ? bill.Asked.Amount + 1 : bill.Status == "refunded" ? bill.RefundedIdr : bill.Asked.Amount, QrisReport.Rupiah, bill.At, null, null);

    private async Task PayAsync(HttpContext http)
    {
        if (await SimulatorApp.ReadAsync<PayOrder>(http) is not { Reference: { } reference } || !bills.TryGetValue(reference, out var bill))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var expired = View(bill) with { Status = "expired", At = Now };
        bill.Pay(Now);
        var paid = View(bill);
        IEnumerable<QrisBill> news = app.Fault switch
        {
            SimulatorFault.Duplicate => [paid, paid],
            SimulatorFault.OutOfOrder => [expired, paid, expired],
            _ => [paid],
        };
        foreach (var told in news)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { told.Reference, told.ProviderReference, told.Status, told.Amount, told.At }, JsonSerializerOptions.Web);
            await callbacks.SendAsync(bill.Asked.Callback, merchants.Find(bill.Asked.Merchant).Secret, body, Now, http.RequestAborted);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private sealed record PayOrder(string? Reference);
}
