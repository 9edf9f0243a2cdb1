using System.Text.Json.Nodes;
using MppDigital.National.Catalog.Definitions;

namespace MppDigital.Web.Tests.Http;

/// <summary>A version from the catalog desk into the regencies and back, over HTTP, as both owners and everybody else meet it.</summary>
[Collection(RunningProgram.Name)]
public sealed class CatalogTests(RunningProgram program)
{
    private const string Service = "BPJ-TK-01";

    [Fact]
    public async Task A_version_goes_to_a_few_then_to_all_by_two_persons_and_back()
    {
        var (first, second) = (await CatalogSteps.OwnerAsync(program), await CatalogSteps.OwnerAsync(program, 2));
        var version = await CatalogSteps.SaveAsync(first, Service, d => d["name_id"] = "Pendaftaran BPJS Ketenagakerjaan, versi baru", MppClient.NewKey());
        Assert.Equal((1, 1), (await VersionAsync("bukittinggi"), await VersionAsync("padang")));
        var release = await CatalogSteps.OpenAsync(first, Service, version, MppClient.NewKey());
        Assert.Equal(514, (await first.GetAsync("pusat", $"/api/v1/catalog/releases/{release}/preview")).Expect(200)["affected"].GetInt32());

        (await CatalogSteps.MoveAsync(first, release, "start", "padang")).Expect(422);
        var started = (await CatalogSteps.MoveAsync(first, release, "start", "13.71")).Expect(200);
        Assert.Equal("canary", started.TextOf("state"));
        Assert.Equal((1, 2), (await VersionAsync("bukittinggi"), await VersionAsync("padang")));
        Assert.Contains("versi baru", (await program.Stranger().GetAsync("padang", $"/layanan/{Service}")).Expect(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("versi baru", (await program.Stranger().GetAsync("bukittinggi", $"/layanan/{Service}")).Expect(200).Text, StringComparison.Ordinal);

        Assert.Equal("pending-second-person", (await CatalogSteps.MoveAsync(first, release, "publish")).Expect(202).TextOf("status"));
        (await CatalogSteps.MoveAsync(first, release, "publish")).Expect(409, "second-person-needed");
        Assert.Equal("everywhere", (await CatalogSteps.MoveAsync(second, release, "publish")).Expect(200).TextOf("state"));
        Assert.Equal((2, 2), (await VersionAsync("bukittinggi"), await VersionAsync("padang")));
        (await CatalogSteps.MoveAsync(first, release, "pause")).Expect(409, "illegal-transition");

        (await CatalogSteps.MoveAsync(first, release, "roll-back-one", "13.75")).Expect(200);
        Assert.Equal((1, 2), (await VersionAsync("bukittinggi"), await VersionAsync("padang")));
        (await CatalogSteps.MoveAsync(second, release, "roll-back")).Expect(200);
        Assert.Equal((1, 1), (await VersionAsync("bukittinggi"), await VersionAsync("padang")));
    }

    [Fact]
    public async Task A_definition_with_faults_is_refused_with_every_place_named_and_nothing_stored()
    {
        var owner = await CatalogSteps.OwnerAsync(program);
        var definition = await CatalogSteps.DefinitionAsync(owner, "DPM-SIP-05");
        definition["name_id"] = "";
        definition["fee"]!["type"] = "gratis";
        definition["form_fields"]![0]!["type"] = "essay";
        var before = (await owner.GetAsync("pusat", "/api/v1/catalog/services/DPM-SIP-05")).Expect(200)["latest"].GetInt32();

        var refused = (await owner.PostAsync("pusat", "/api/v1/catalog/services/DPM-SIP-05/versions", definition, MppClient.NewKey())).Expect(422, "invalid-definition");

        Assert.Equal(["/fee/type", "/form_fields/0/type", "/name_id"], refused.Fields.Order());
        (await owner.PostAsync("pusat", "/api/v1/catalog/services/DPM-SIP-05/versions", definition)).Expect(422, "idempotency-key-required");
        (await owner.PostAsync("pusat", "/api/v1/catalog/services/NO-SUCH-1/versions", definition, MppClient.NewKey())).Expect(404);
        Assert.Equal(before, (await owner.GetAsync("pusat", "/api/v1/catalog/services/DPM-SIP-05")).Expect(200)["latest"].GetInt32());
        foreach (var bad in new BadBodies(new JsonObject { ["service"] = "DPM-SIP-05", ["version"] = 99 }, [], [], []).All())
        {
            var answer = await owner.SendAsync("pusat", HttpMethod.Post, "/api/v1/catalog/releases", new Call { Body = bad.Text, Type = bad.Type, Key = MppClient.NewKey() });
            Assert.True(answer.Status is >= 400 and < 500 && answer.Code is not null, $"{bad.Pointer} {bad.Fault}: {answer}");
        }
    }

    [Fact]
    public async Task The_pages_of_the_desk_save_propose_start_and_roll_back_without_script()
    {
        const string Nutrition = "DPM-SIP-07";
        var owner = await CatalogSteps.OwnerAsync(program);

        var saved = (await PageForm.SendAsync(owner, "pusat", $"/katalog/{Nutrition}/ubah", "isi", ("hari_tercepat", "2"))).Expect(302);
        Assert.Equal($"/katalog/{Nutrition}?tersimpan=2", saved.Headers.Location!.OriginalString.Replace(program.OriginOf("pusat").GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal));
        Assert.Contains("Versi 2 tersimpan", (await owner.GetAsync("pusat", $"/katalog/{Nutrition}?tersimpan=2")).Expect(200).Text, StringComparison.Ordinal);
        var opened = (await PageForm.SendAsync(owner, "pusat", $"/katalog/{Nutrition}", "rilis")).Expect(302);
        var page = opened.Headers.Location!.OriginalString.Replace(program.OriginOf("pusat").GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal);
        Assert.Contains("Dipakai di 1 dari 514", (await PageForm.SendAsync(owner, "pusat", page, "pilih", ("daerah", "padang"))).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("kembali ke versi sebelumnya", (await PageForm.SendAsync(owner, "pusat", page, "langkah", ("aksi", "RollBack"))).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyst_reads_and_changes_nothing()
    {
        var (owner, analyst) = (await CatalogSteps.OwnerAsync(program), await program.StaffAsync("analis.pusat", "pusat"));
        (await analyst.GetAsync("pusat", "/api/v1/catalog/services")).Expect(200);
        (await analyst.GetAsync("pusat", "/katalog")).Expect(200);
        (await analyst.GetAsync("pusat", "/katalog/DPM-SIP-05/ubah")).Expect(403);

        (await analyst.PostAsync("pusat", "/api/v1/catalog/services/DPM-SIP-05/versions", await CatalogSteps.DefinitionAsync(owner, "DPM-SIP-05"), MppClient.NewKey())).Expect(403, "catalog-owners-only");
        (await analyst.PostAsync("pusat", "/api/v1/catalog/releases", new JsonObject { ["service"] = "DPM-SIP-05", ["version"] = 1 }, MppClient.NewKey())).Expect(403, "catalog-owners-only");
    }

    [Fact]
    public async Task Conformance_is_a_number_and_the_schema_is_public()
    {
        var analyst = await program.StaffAsync("analis.pusat", "pusat");
        var page = (await analyst.GetAsync("pusat", "/api/v1/catalog/conformance?limit=2")).Expect(200);
        Assert.Equal(2, page["items"].GetArrayLength());
        Assert.Equal("11.02", page.TextOf("next"));

        var schema = (await program.Stranger().GetAsync("", DefinitionSchema.Path)).Expect(200);
        Assert.Equal(new Uri(program.OriginOf(""), DefinitionSchema.Path).ToString(), schema.TextOf("$id"));
    }

    private async Task<int> VersionAsync(string regency) => (await program.Stranger().GetAsync(regency, $"/api/v1/services/{Service}")).Expect(200)["catalogVersion"].GetInt32();
}
