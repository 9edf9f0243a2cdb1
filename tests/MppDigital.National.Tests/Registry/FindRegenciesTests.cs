using MppDigital.National.Registry;

namespace MppDigital.National.Tests.Registry;

public sealed class FindRegenciesTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    [Theory]
    [InlineData("bukittinggi", "Kota Bukittinggi")]
    [InlineData("BUKIT", "Kota Bukittinggi")]
    [InlineData("kota bogor", "Kota Bogor")]
    [InlineData("bogor kabupaten", "Kabupaten Bogor")]
    [InlineData("13.75", "Kota Bukittinggi")]
    [InlineData("yogyakarta kota", "Kota Yogyakarta")]
    public async Task Finds_by_words_of_the_name(string words, string first)
    {
        var found = await FindAsync(new FindRegencies(words));

        Assert.False(found.Guessed);
        Assert.Equal(first, found.Items[0].Regency.Name);
    }

    [Theory]
    [InlineData("bukitinggi", "bukittinggi")]
    [InlineData("bukit-tinggi", "bukittinggi")]
    [InlineData("banyuwagi", "banyuwangi")]
    public async Task Guesses_the_nearest_spelling(string words, string slug)
    {
        var found = await FindAsync(new FindRegencies(words));

        Assert.True(found.Guessed);
        Assert.Equal(slug, found.Items[0].Regency.Slug);
    }

    [Fact]
    public async Task Lists_a_province()
    {
        var found = await FindAsync(new FindRegencies(Province: "13", Limit: 100));

        Assert.Equal(19, found.Items.Count);
        Assert.All(found.Items, f => Assert.Equal("Sumatera Barat", f.Regency.Province));
    }

    [Fact]
    public async Task Sorts_by_distance()
    {
        var found = await FindAsync(new FindRegencies(Near: new GeoPoint(-0.3055, 100.3692), Limit: 3));

        Assert.Equal("Kota Bukittinggi", found.Items[0].Regency.Name);
        Assert.True(found.Items[0].Kilometres < found.Items[1].Kilometres);
    }

    [Fact]
    public async Task Finds_nothing_where_nothing_is_near() => Assert.Empty((await FindAsync(new FindRegencies("qqqqzzzzxxxx"))).Items);

    private Task<FoundRegencies> FindAsync(FindRegencies input) => national.GetAsync<FindRegencies, FoundRegencies>(input);
}
