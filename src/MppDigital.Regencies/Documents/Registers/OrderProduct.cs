using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Products;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents.Registers;

/// <summary>
/// Asks the register for a product that was decided, and stores what it made in one transaction. Whoever dies in between asks again: the key of
/// application and issue brings the same product, and the order's own version lets it be stored once.
/// </summary>
internal sealed class OrderProduct(
    IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, IEnumerable<IProductRegister> registers, DocumentIssuer issuer, RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
    : IOutboxHandler
{
    public const string Kind = "order-product";

    string IOutboxHandler.Kind => Kind;

    bool IOutboxHandler.AsksOthers => true;

    public static OutboxRow RowFor(ProductOrder order) => new(Kind, JsonSerializer.Serialize(new Payload(order.Id)), order.OrderedAt);

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Payload>(payload)!.Order;
        if (await RequestAsync(id, ct) is not var (register, request)) return;
        // Outside any transaction: a register that thinks must not hold up whoever writes.
        var answer = await register.MakeAsync(request, ct);
        if (answer is Lookup<RegisterProduct>.Found { Data: var product })
        {
            if (await StoreAsync(id, product, ct)) return;
            answer = new Lookup<RegisterProduct>.Unavailable(Outage.Unreadable);
        }

        var why = answer is Lookup<RegisterProduct>.Unavailable { Reason: var reason } ? reason.ToString() : "UnknownPerson";
        await MissAsync(id, why, ct);
        throw new InvalidOperationException($"{register.Code} gave no product for order {id}: {why}. It is asked again.");
    }

    private async Task<(IProductRegister Register, ProductRequest Request)?> RequestAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var order = await db.ProductOrders.AsNoTracking().SingleAsync(o => o.Id == id, ct);
        if (order.WaitingSince is null) return null;
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == order.ApplicationId, ct);
        var by = catalog.Find(application.Service, application.CatalogVersion)!.Definition.Product.IssuedBy!;
        using var answers = JsonDocument.Parse(secrets.OpenAnswers(application.Answers));
        var needed = answers.RootElement.EnumerateObject().Where(a => by.Answers.Contains(a.Name)).ToDictionary(a => a.Name, a => a.Value.Clone());
        return (registers.Single(r => r.Code == by.Register), new ProductRequest(application.Number, order.Issue, by.Kind, secrets.OpenNik(application.Nik), needed, order.Signer, order.OrderedAt));
    }

    /// <returns>False where the number is another document's: nothing is stored then.</returns>
    private async Task<bool> StoreAsync(Guid id, RegisterProduct product, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var order = await db.ProductOrders.SingleAsync(o => o.Id == id, ct);
        // Stored by another worker, or dropped, while this one was asking.
        if (order.WaitingSince is null) return true;
        if (await db.IssuedDocuments.AnyAsync(d => d.Number == product.Number, ct)) return false;
        var number = await db.Applications.Where(a => a.Id == order.ApplicationId).Select(a => a.Number).SingleAsync(ct);
        var application = (await ApplicationDesk.LoadAsync(db, number, ct))!;
        var now = clock.GetUtcNow().UtcDateTime;
        order.Arrive(product.Facts.Count == 0 ? [] : secrets.Seal(FactsPurpose, product.Facts));
        await issuer.ReceiveAsync(db, application, catalog.Find(application.Service, application.CatalogVersion)!.Definition, order, product, now, ct);
        await AuditTrail.AppendAsync(db, number, "register-product-stored", "system", "{}", now, ct);
        await RaiseFigures.ByAsync(db, 0, 0, 0, order.Issue == 1 ? 1 : 0, ct);
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
        // Two workers at once: the second one's version is refused, and its next try finds the order done.
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return true;
    }

    private async Task MissAsync(Guid id, string why, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var order = await db.ProductOrders.SingleAsync(o => o.Id == id, ct);
        if (order.WaitingSince is null) return;
        order.Miss(why);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What the register told with the product of an application, by the names of the definition.</summary>
    internal static async Task<IReadOnlyDictionary<string, JsonElement>> FactsAsync(RegencyDbContext db, RegencySecrets secrets, Guid application, CancellationToken ct)
    {
        var sealedFacts = await db.ProductOrders.AsNoTracking().Where(o => o.ApplicationId == application && o.WaitingSince == null).OrderByDescending(o => o.Issue).Select(o => o.Facts).FirstOrDefaultAsync(ct);
        return sealedFacts is { Length: > 0 } ? secrets.Open<Dictionary<string, JsonElement>>(FactsPurpose, sealedFacts) : new Dictionary<string, JsonElement>();
    }

    private const string FactsPurpose = "register-facts";

    private sealed record Payload(Guid Order);
}
