using System.Text.Json.Nodes;

namespace MppDigital.Web.Tests.Http;

/// <summary>The catalog desk over its API. Keys are fixed where a fixture is wanted more than once: the same call finds what it made.</summary>
internal static class CatalogSteps
{
    public const string Host = "pusat";

    public static Task<MppClient> OwnerAsync(RunningProgram program, int which = 1) => program.StaffAsync($"katalog{which}.pusat", Host);

    public static async Task<JsonObject> DefinitionAsync(MppClient who, string service) =>
        JsonNode.Parse((await who.GetAsync(Host, $"/api/v1/catalog/services/{service}")).Expect(200)["definition"].GetRawText())!.AsObject();

    public static async Task<int> SaveAsync(MppClient who, string service, Action<JsonObject> change, string key)
    {
        var definition = await DefinitionAsync(who, service);
        change(definition);
        return (await who.PostAsync(Host, $"/api/v1/catalog/services/{service}/versions", definition, key)).Expect(201)["version"].GetInt32();
    }

    public static async Task<string> OpenAsync(MppClient who, string service, int version, string key) =>
        (await who.PostAsync(Host, "/api/v1/catalog/releases", new JsonObject { ["service"] = service, ["version"] = version }, key)).Expect(201).TextOf("id")!;

    public static async Task<Answer> MoveAsync(MppClient who, string release, string step, params string[] regencies)
    {
        var seen = (await who.GetAsync(Host, $"/api/v1/catalog/releases/{release}")).Expect(200).ETag;
        return await who.PostAsync(Host, $"/api/v1/catalog/releases/{release}/{step}", new JsonObject { ["regencies"] = new JsonArray([.. regencies.Select(r => (JsonNode)r)]) }, ifMatch: seen);
    }
}
