using AutoMapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace MppDigital.Regencies.Tests;

public sealed class ProjectionTests
{
    [Fact]
    public void Every_column_of_every_projection_has_a_source()
    {
        var projections = new MapperConfiguration(o => o.AddMaps(typeof(RegenciesServices).Assembly), NullLoggerFactory.Instance);

        projections.AssertConfigurationIsValid();
    }
}
