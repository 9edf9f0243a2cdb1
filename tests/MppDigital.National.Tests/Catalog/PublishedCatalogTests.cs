using MppDigital.National.Catalog;
using MppDigital.National.Stamps;

namespace MppDigital.National.Tests.Catalog;

public sealed class PublishedCatalogTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    [Fact]
    public async Task Serves_the_newest_version_and_keeps_the_older()
    {
        var first = national.Catalog.Find("DPM-SIP-05")!;
        await using (var db = national.Open())
        {
            db.Add(ServiceVersionRow.Publish(first.Definition with { NameId = "SIP Apoteker, versi kedua" }, 2, national.Clock.UtcNow));
            await StampRow.BumpAsync(db, StampRow.Catalog, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        await national.Snapshots.RefreshAsync(CancellationToken.None);

        Assert.Equal("SIP Apoteker, versi kedua", national.Catalog.Find("DPM-SIP-05")!.Definition.NameId);
        Assert.Equal(first.Definition.NameId, national.Catalog.Find("DPM-SIP-05", 1)!.Definition.NameId);
        Assert.Equal(56, national.Catalog.Published.Count);
        Assert.Null(national.Catalog.Find("DPM-SIP-05", 3));
        Assert.Null(national.Catalog.Find("NO-SUCH"));
    }

    [Fact]
    public void Reads_back_what_was_written()
    {
        foreach (var service in NationalDatabase.Seed.Services)
        {
            var json = DefinitionJson.Write(service);
            Assert.Equal(json, DefinitionJson.Write(DefinitionJson.Read(json)));
        }
    }

    [Fact]
    public void Lets_the_nurse_licence_be_deemed_after_five_days_by_two_persons()
    {
        var nurse = national.Catalog.Find("DPM-SIP-04")!.Definition;

        Assert.Equal(5, nurse.ProcessingTime.DeemedApproval!.AfterWorkingDays);
        Assert.Equal(5, nurse.Product.ValidityYears);
        Assert.True(nurse.TwoPerson);
        Assert.Equal([WorkflowAction.Claim, WorkflowAction.Verify, WorkflowAction.Return, WorkflowAction.Recommend, WorkflowAction.Approve, WorkflowAction.Refuse], nurse.Workflow.Select(w => w.Action));
        Assert.Equal(["ktp", "str", "skp"], nurse.Requirements.Where(r => r.MustBeVerified).Select(r => r.Code));
    }
}
