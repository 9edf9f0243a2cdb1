using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Documents;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Documents.Registers;

/// <summary>The register has answered and the worker dies at one of its writes: nothing is stored, it asks again and gets the same product, once.</summary>
public sealed class BetweenAnswerAndCommitTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private readonly CivilOffice office = new(regencies);

    [Fact]
    public async Task A_product_is_stored_whole_and_once_wherever_its_worker_died()
    {
        var nik = SyntheticPeople.NikOf("1375", 60);
        var citizen = new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
        var number = await office.FileAsync(citizen, "DKC-KK-03");
        await office.ApproveAsync(citizen, number);

        foreach (var write in (string[])["INSERT ON issued_documents", "INSERT ON application_events", "UPDATE ON applications", "UPDATE ON product_orders", "INSERT ON audit", "UPDATE ON figures", "INSERT ON outbox"])
        {
            await SqlAsync($"CREATE TRIGGER broken BEFORE {write} BEGIN SELECT RAISE(ABORT, 'a fault'); END");
            Assert.True((await office.DrainAsync(times: 1)).Count == 1, $"Nothing was refused at {write}.");
            Assert.Equal((write, ApplicationStatus.Approved, 0, true, 0), await StoredAsync(number, write));
            await SqlAsync("DROP TRIGGER broken");
        }

        // The row that a worker leaves behind when it dies after its commit is handled once more.
        Assert.Empty(await office.DrainAsync(times: 1, keep: true));
        Assert.Empty(await office.DrainAsync(times: 1));
        Assert.Equal(("", ApplicationStatus.Issued, 1, false, 1), await StoredAsync(number, ""));
        Assert.Null(await office.QueryAsync((db, _) => AuditTrail.FirstBrokenAsync(db, CancellationToken.None)));
    }

    private Task<int> SqlAsync(string sql) => office.QueryAsync((db, _) => db.Database.ExecuteSqlRawAsync(sql));

    private Task<(string At, ApplicationStatus Status, int Documents, bool Waits, int Announced)> StoredAsync(string number, string at) => office.QueryAsync(async (db, _) =>
    {
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Number == number);
        return (at, application.Status, await db.IssuedDocuments.CountAsync(), await db.ProductOrders.AnyAsync(o => o.WaitingSince != null), await db.Outbox.CountAsync(o => o.Kind == RegisterDocument.Kind));
    });
}
